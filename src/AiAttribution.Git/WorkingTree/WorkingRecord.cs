using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>What sessions wrote of the lines that are not committed yet: hashes of lines and whose they are; no text, no person.</summary>
/// <param name="Sessions">The sessions; blocks refer to them by their number.</param>
/// <param name="Files">Blocks of lines by path from the repository root, in the order of the file.</param>
internal sealed record WorkingRecord(IReadOnlyList<WorkingSession> Sessions, IReadOnlyDictionary<string, IReadOnlyList<WrittenBlock>> Files)
{
    /// <summary>Paths of its files that a commit has not, in order.</summary>
    public IReadOnlyList<string> NewIn(GitRepository repository, string commit) => [.. Files.Keys.Where(path => repository.FindEntry(commit, path) is null).Order(StringComparer.Ordinal)];

    /// <summary>The record without what a policy does not let count; null when nothing is left.</summary>
    /// <param name="kinds">Kinds of evidence that count.</param>
    public WorkingRecord? Counting(IReadOnlySet<EvidenceKind> kinds)
    {
        if (Sessions.All(session => kinds.Contains(session.Kind)))
            return this;
        var files = Files
            .Select(file => (file.Key, Blocks: (IReadOnlyList<WrittenBlock>)[.. file.Value.Where(block => kinds.Contains(Sessions[block.Writer].Kind))]))
            .Where(file => file.Blocks.Count > 0)
            .ToDictionary(file => file.Key, file => file.Blocks, StringComparer.Ordinal);
        return files.Count == 0 ? null : this with { Files = files };
    }
}

/// <summary>A session that wrote lines.</summary>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Model">Its only model; null when it had several, or none is known.</param>
/// <param name="Key">Names the session.</param>
/// <param name="Kind">Kind of evidence that it will be once it is in git: of a session's record, or of git-ai's note.</param>
internal sealed record WorkingSession(string Agent, string? Model, SessionKey Key, EvidenceKind Kind)
{
    /// <summary>Where its lines come from, as attribution tells it.</summary>
    public LineSource Source => new(NotCommitted.Id, "", [new EvidenceStatement(Kind, EvidenceGrade.Lines, Agent, Model, Key, Place)]);

    /// <summary>The trailer by which a commit tells of it.</summary>
    public string Trailer => Model is null ? $"Assisted-by: {Agent}" : $"Assisted-by: {Agent}:{Model}";

    /// <summary>Where that is known from, in words.</summary>
    public string Place => Kind == EvidenceKind.GitAiNote ? "working log of git-ai" : "log of the session on this machine";
}
