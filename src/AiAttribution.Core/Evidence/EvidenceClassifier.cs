using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Trailers;

namespace AiAttribution.Core.Evidence;

/// <summary>Says which evidence of AI work one commit carries. Deterministic; knows no repository.</summary>
/// <param name="options">Own agents and the kinds that count.</param>
/// <param name="revs">The commits that the repository declares.</param>
public sealed class EvidenceClassifier(EvidenceOptions options, RevsFile revs)
{
    private readonly IdentityTable _identities = new(options);

    /// <summary>All statements about a commit, strongest first; empty when there is no AI evidence, which is no proof of a human.</summary>
    public IReadOnlyList<EvidenceStatement> Classify(CommitFacts commit)
    {
        var statements = new List<EvidenceStatement>();
        if (revs.Entries.TryGetValue(commit.Id, out RevsEntry? entry))
            statements.Add(new EvidenceStatement(EvidenceKind.Revs, EvidenceGrade.Declared, entry.Agent, entry.Model, null, RevsFile.Path));
        if (_identities.FindAuthor(commit.AuthorName, commit.AuthorEmail) is { } author)
            statements.Add(new EvidenceStatement(EvidenceKind.AuthorIdentity, EvidenceGrade.Declared, author, null, null, "author"));
        foreach (Trailer trailer in TrailerBlock.Parse(commit.Message))
        {
            int open = trailer.Value.LastIndexOf('<');
            if (trailer.Key.Equals("Co-authored-by", StringComparison.OrdinalIgnoreCase) && open >= 0
                && _identities.Find(trailer.Value.AsSpan(0, open).Trim(), trailer.Value[(open + 1)..].TrimEnd('>')) is { } agent)
            {
                statements.Add(new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, agent, ModelName.Normalize(trailer.Value[..open]), null, "Co-authored-by"));
            }
        }

        return statements.Where(s => options.Sources.Contains(s.Kind)).Distinct().ToList();
    }
}
