using AiAttribution.Cli.Logs;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Capture;

/// <summary>What to look for in a working tree.</summary>
/// <param name="Home">Where the agents' logs are.</param>
/// <param name="Roots">Other folders by which the logs name this working tree.</param>
/// <param name="Since">Older edits are not looked at.</param>
/// <param name="Index">Full path of the index that counts; null for the working tree's own.</param>
/// <param name="DryRun">Whether nothing is written.</param>
internal sealed record WorkingRequest(AgentHome Home, IReadOnlyList<string> Roots, DateTimeOffset Since, string? Index, bool DryRun)
{
    /// <summary>What an agent says itself of its newest edit, beside its log.</summary>
    public IReadOnlyList<AgentSession> Told { get; init; } = [];
}

/// <summary>What was found of lines that are not committed.</summary>
/// <param name="Record">The record.</param>
/// <param name="Files">Files with lines of sessions, in the order of paths.</param>
/// <param name="IsChanged">Whether the record on disk was another, so that it was written or taken away.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record WorkingOutcome(WorkingRecord Record, IReadOnlyList<WorkingFile> Files, bool IsChanged, IReadOnlyList<string> Problems);

/// <summary>A file with lines that are not committed.</summary>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Changed">Number of such lines on disk.</param>
/// <param name="Writers">For each line on disk the number of the session that wrote it, or <see cref="WrittenLines.Nobody"/>.</param>
internal sealed record WorkingFile(string Path, int Changed, int[] Writers);

/// <summary>Numbers sessions while their lines are looked for; in the record those that have none are left out.</summary>
internal sealed class WorkingSessions
{
    private readonly List<WorkingSession> _sessions = [];
    private readonly Dictionary<SessionKey, int> _numbers = [];
    private readonly Dictionary<int, int> _kept = [];

    /// <summary>Number of a session, the same for one that two sources tell of.</summary>
    public int NumberOf(WorkingSession session)
    {
        if (_numbers.TryGetValue(session.Key, out int number))
            return number;
        _numbers.Add(session.Key, _sessions.Count);
        _sessions.Add(session);
        return _sessions.Count - 1;
    }

    /// <summary>The record of what was found, sessions numbered in the order of files and lines.</summary>
    public WorkingRecord Record(Dictionary<string, IReadOnlyList<WrittenBlock>> files)
    {
        var renumbered = files.OrderBy(file => file.Key, StringComparer.Ordinal).ToDictionary(
            file => file.Key,
            file => (IReadOnlyList<WrittenBlock>)[.. file.Value.Select(block => block with { Writer = Keep(block.Writer) })],
            StringComparer.Ordinal);
        return new WorkingRecord([.. _kept.OrderBy(kept => kept.Value).Select(kept => _sessions[kept.Key])], renumbered);
    }

    /// <summary>A file with the record's numbers.</summary>
    public WorkingFile Renumbered(WorkingFile file) => file with { Writers = [.. file.Writers.Select(writer => _kept.GetValueOrDefault(writer, WrittenLines.Nobody))] };

    private int Keep(int number)
    {
        if (!_kept.TryGetValue(number, out int kept))
            _kept.Add(number, kept = _kept.Count);
        return kept;
    }
}
