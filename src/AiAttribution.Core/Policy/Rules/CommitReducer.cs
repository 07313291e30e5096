using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Reduces commits to what rules ask. Names and e-mails end here.</summary>
/// <param name="options">Own agents and the kinds that count.</param>
/// <param name="rules">Rules whose shapes are looked for.</param>
internal sealed class CommitReducer(EvidenceOptions options, IEnumerable<PolicyRule> rules)
{
    private readonly MachineIdentities _machines = new(options);
    private readonly string[] _shapes = [.. rules.Select(r => (r.Require as TrailerRequirement)?.Shape).OfType<string>().Distinct()];

    /// <summary>Reduces a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="evidence">Its AI evidence, strongest first.</param>
    public CommitSubject Reduce(CommitFacts commit, IReadOnlyList<EvidenceStatement> evidence)
    {
        IReadOnlyList<Trailer> trailers = TrailerBlock.Parse(commit.Message);
        AuthorClass author = _machines.ContainsAuthor(commit.AuthorName, commit.AuthorEmail) ? AuthorClass.Bot : AuthorClass.Unknown;
        return new CommitSubject(commit.Id, author, evidence, [.. trailers.Select(Fact)])
        {
            HasHumanReview = trailers.Any(t => IsReview(t, commit.AuthorEmail)),
        };
    }

    private TrailerFact Fact(Trailer trailer)
    {
        Signature signature = Signature.Parse(trailer.Value);
        bool isAgent = signature.Email is { } email && _machines.IsAgent(signature.Name, email);
        return new TrailerFact(trailer.Key, isAgent, [.. _shapes.Where(s => TrailerShape.Has(trailer.Value, s))]);
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
