using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Extents;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>Says which evidence of AI work one commit carries. Deterministic; knows no repository. Safe to use from several threads.</summary>
internal sealed class EvidenceClassifier
{
    private readonly EvidenceOptions _options;
    private readonly RevsFile _revs;
    private readonly IdentityTable _identities;
    private readonly MessageEvidence _messages;
    private readonly CommitExtents _extents;

    /// <summary>Prepares the tables.</summary>
    /// <param name="options">Own agents and the kinds that count.</param>
    /// <param name="revs">The commits that the repository declares.</param>
    public EvidenceClassifier(EvidenceOptions options, RevsFile revs)
    {
        _options = options;
        _revs = revs;
        _identities = new IdentityTable(options);
        _messages = new MessageEvidence(new TrailerRules(options, _identities));
        _extents = new CommitExtents(_identities);
    }

    /// <summary>All statements about a commit, strongest first; empty when there is no AI evidence, which is no proof of a human.</summary>
    public IReadOnlyList<EvidenceStatement> Classify(CommitFacts commit)
    {
        var statements = new StatementList(_options.Sources);
        if (_revs.Entries.TryGetValue(commit.Id, out RevsEntry? entry))
            statements.Add(new EvidenceStatement(EvidenceKind.Revs, EvidenceGrade.Declared, entry.Agent, entry.Model, null, RevsFile.Path));
        if (_identities.FindAuthor(commit.AuthorName, commit.AuthorEmail) is { } author)
            statements.Add(new EvidenceStatement(EvidenceKind.AuthorIdentity, EvidenceGrade.Declared, author, AgentText.Parse(commit.AuthorName).Model, null, "author"));

        // An agent that rebases or picks a person's commit becomes its committer too: a hint, no declaration.
        if (_identities.Find(commit.CommitterName, commit.CommitterEmail) is { } committer)
            statements.Add(new EvidenceStatement(EvidenceKind.CommitterIdentity, EvidenceGrade.Weak, committer, AgentText.Parse(commit.CommitterName).Model, null, "committer"));
        _messages.Read(commit.Message, statements);
        return statements.IsEmpty ? [] : _extents.Of(commit, statements.Sorted(), statements.Marks);
    }
}
