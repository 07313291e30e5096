using AiAttribution.Core.Evidence;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Sessions;

/// <summary>Reads which sessions commits name: in trailers such as <c>Copilot-Session</c>, and in git-ai notes.</summary>
internal sealed class CommitKeys(GitRepository repository)
{
    private readonly EvidenceClassifier _classifier = new(EvidenceOptions.Default, RevsFile.Empty);
    private readonly NoteReader _notes = new(repository, EvidenceOptions.Default);

    /// <summary>Keys of a commit, each once; those in quoted text are left out, and those of our own notes, whose links are found by the signs they were found by.</summary>
    public IReadOnlyList<SessionKey> Of(ObjectId commit)
    {
        if (repository.Graph.ReadWhole(commit) is not { } whole)
            return [];
        IEnumerable<EvidenceStatement> notes = _notes.Find(commit) is null ? [] : _notes.Read(commit).Statements();
        return [.. _classifier.Classify(whole.Facts(commit.ToHex(repository.Objects.IdLength))).Concat(notes)
            .Where(statement => statement.Grade > EvidenceGrade.Weak && statement.Kind != EvidenceKind.SessionNote)
            .Select(statement => statement.Session)
            .OfType<SessionKey>()
            .Distinct()];
    }
}
