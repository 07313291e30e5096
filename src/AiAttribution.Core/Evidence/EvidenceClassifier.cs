using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>Says which evidence of AI work one commit carries. Deterministic; knows no repository. Safe to use from several threads.</summary>
internal sealed class EvidenceClassifier
{
    // A squash of squashes of squashes.
    private const int DeepestSquash = 3;

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
        Author(commit.AuthorName, commit.AuthorEmail, "author", statements);

        // An agent that rebases or picks a person's commit becomes its committer too: a hint, no declaration.
        if (_identities.Find(commit.CommitterName, commit.CommitterEmail) is { } committer)
            statements.Add(new EvidenceStatement(EvidenceKind.CommitterIdentity, EvidenceGrade.Weak, committer, AgentText.Parse(commit.CommitterName).Model, null, "committer"));
        _messages.Read(commit.Message, statements);
        foreach (SquashedStatements quoted in ClassifyQuoted(commit.Message))
        {
            foreach (EvidenceStatement statement in quoted.Statements)
                statements.Add(statement, quoted.Commit.Start);
        }

        return statements.IsEmpty ? [] : _extents.Of(commit, statements.Sorted(), statements.Marks);
    }

    /// <summary>What each commit says that the message of a <c>git merge --squash</c> quotes, in the order of the message; empty when it is none.</summary>
    public IReadOnlyList<SquashedStatements> ClassifyQuoted(string message) => ClassifyQuoted(message, DeepestSquash);

    private IReadOnlyList<SquashedStatements> ClassifyQuoted(string message, int deep) =>
        deep == 0 ? [] : [.. SquashMessage.Quoted(message).Select(quoted => new SquashedStatements(quoted, Classify(quoted, deep)))];

    private IReadOnlyList<EvidenceStatement> Classify(SquashedCommit commit, int deep)
    {
        var statements = new StatementList(_options.Sources);
        if (commit.AuthorEmail.Length > 0)
            Author(commit.AuthorName, commit.AuthorEmail, SquashMessage.Author, statements);
        _messages.Read(commit.Message, statements);
        foreach (EvidenceStatement statement in ClassifyQuoted(commit.Message, deep - 1).SelectMany(quoted => quoted.Statements))
            statements.Add(statement);
        return statements.IsEmpty ? [] : statements.Sorted();
    }

    private void Author(string name, string email, string source, StatementList statements)
    {
        if (_identities.FindAuthor(name, email) is { } author)
            statements.Add(new EvidenceStatement(EvidenceKind.AuthorIdentity, EvidenceGrade.Declared, author, AgentText.Parse(name).Model, null, source));
        else if (_identities.Near(name, email) is { Agent: { } near })
            statements.Add(new EvidenceStatement(EvidenceKind.AuthorIdentity, EvidenceGrade.Weak, near, null, null, source));
    }
}

/// <summary>A commit that a squash quotes, and what it says.</summary>
/// <param name="Commit">The commit as quoted.</param>
/// <param name="Statements">Its statements, strongest first.</param>
internal sealed record SquashedStatements(SquashedCommit Commit, IReadOnlyList<EvidenceStatement> Statements);
