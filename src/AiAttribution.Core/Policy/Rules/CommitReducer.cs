using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Reduces commits to what rules ask. Names and e-mails end here.</summary>
internal sealed class CommitReducer
{
    private const int MostEarlier = 200;

    private readonly MachineIdentities _machines;
    private readonly TrailerRules _marks;
    private readonly MessageEvidence _messages;
    private readonly string[] _shapes;

    /// <param name="options">Own agents and the kinds that count.</param>
    /// <param name="rules">Rules whose shapes are looked for.</param>
    public CommitReducer(EvidenceOptions options, IEnumerable<PolicyRule> rules)
    {
        // A rule asks what a trailer says, whatever counts as evidence.
        EvidenceOptions all = options with { ReviewBots = true };
        _machines = new MachineIdentities(options);
        _marks = new TrailerRules(all, new IdentityTable(all));
        _messages = new MessageEvidence(_marks);
        _shapes = [.. rules.Select(r => (r.Require as TrailerRequirement)?.Shape).OfType<string>().Distinct()];
    }

    /// <summary>Reduces a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="evidence">Its AI evidence, strongest first.</param>
    public CommitSubject Reduce(CommitFacts commit, IReadOnlyList<EvidenceStatement> evidence)
    {
        IReadOnlyList<Trailer> trailers = TrailerBlock.Parse(commit.Message);
        AuthorClass author = _machines.ContainsAuthor(commit.AuthorName, commit.AuthorEmail) ? AuthorClass.Bot : AuthorClass.Unknown;
        return new CommitSubject(commit.Id, author, evidence, [.. trailers.Concat(Earlier(commit.Message)).Select(Fact)])
        {
            HasHumanReview = trailers.Any(t => IsReview(t, commit.AuthorEmail)),
        };
    }

    /// <summary>Marks that stand in clean paragraphs before git's own block: what is evidence satisfies a rule, too.</summary>
    private List<Trailer> Earlier(string message)
    {
        var trailers = new List<Trailer>();
        _messages.Visit(message, mark =>
        {
            if (mark is { IsClean: true, IsInBlock: false, Key.Length: > 0 })
                trailers.Add(new Trailer(mark.Key, mark.Value));
            return trailers.Count < MostEarlier;
        });
        return trailers;
    }

    private TrailerFact Fact(Trailer trailer)
    {
        Signature signature = Signature.Parse(trailer.Value);
        bool isAgent = signature.Email is { } email && _machines.IsAgent(signature.Name, email);
        return new TrailerFact(trailer.Key, isAgent, [.. _shapes.Where(s => TrailerShape.Has(trailer.Value, s))])
        {
            DisclosesNothing = _marks.Find(trailer.Key) is DisclosureRule or CustomDisclosureRule && _marks.Find(trailer.Key)!.Read(trailer.Value) is null,
        };
    }

    private bool IsReview(Trailer trailer, string authorEmail)
    {
        if (!HumanReviewRequirement.Keys.Contains(trailer.Key, StringComparer.OrdinalIgnoreCase))
            return false;
        Signature signature = Signature.Parse(trailer.Value);
        return signature.Email is { Length: > 0 } email
            && !email.Equals(authorEmail, StringComparison.OrdinalIgnoreCase)
            && !_machines.Contains(signature.Name, email);
    }
}
