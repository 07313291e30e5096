using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Trailers;
using AiAttribution.Core.Policy.Rules.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Reduces commits to what rules ask. Names and e-mails end here.</summary>
/// <param name="options">Own agents and the kinds that count.</param>
/// <param name="rules">Rules whose shapes are looked for.</param>
public sealed class CommitReducer(EvidenceOptions options, IEnumerable<PolicyRule> rules)
{
    // Review bots are machines here whatever counts as evidence: what they say is no review by a person.
    private readonly IdentityTable _identities = new(options with { ReviewBots = true });
    private readonly string[] _shapes = [.. rules.Select(r => (r.Require as TrailerRequirement)?.Shape).OfType<string>().Distinct()];

    /// <summary>Reduces a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="evidence">Its AI evidence, strongest first.</param>
    public CommitSubject Reduce(CommitFacts commit, IReadOnlyList<EvidenceStatement> evidence)
    {
        IReadOnlyList<Trailer> trailers = TrailerBlock.Parse(commit.Message);
        AuthorClass author = IsMachine(commit.AuthorName, commit.AuthorEmail) || _identities.FindAuthor(commit.AuthorName, commit.AuthorEmail) is not null
            ? AuthorClass.Bot
            : AuthorClass.Unknown;
        return new CommitSubject(commit.Id, author, evidence, [.. trailers.Select(Fact)])
        {
            HasHumanReview = trailers.Any(t => IsReview(t, commit.AuthorEmail)),
        };
    }

    private TrailerFact Fact(Trailer trailer)
    {
        Signature signature = Signature.Parse(trailer.Value);
        bool isAgent = signature.Email is { } email && _identities.Find(signature.Name, email) is not null;
        return new TrailerFact(trailer.Key, isAgent, [.. _shapes.Where(s => TrailerShape.Has(trailer.Value, s))]);
    }

    private bool IsReview(Trailer trailer, string authorEmail)
    {
        if (!HumanReviewRequirement.Keys.Contains(trailer.Key, StringComparer.OrdinalIgnoreCase))
            return false;
        Signature signature = Signature.Parse(trailer.Value);
        return signature.Email is { Length: > 0 } email
            && !email.Equals(authorEmail, StringComparison.OrdinalIgnoreCase)
            && !IsMachine(signature.Name, email);
    }

    private bool IsMachine(string name, string email) =>
        name.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        || email.Contains("[bot]@", StringComparison.OrdinalIgnoreCase)
        || _identities.Find(name, email) is not null;
}
