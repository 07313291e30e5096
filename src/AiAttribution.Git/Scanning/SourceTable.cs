using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Decides the state of lines by the commit they come from, and numbers the sources. A note that names lines of a file, and whose lines this commit really made,
/// decides for that file; else the commit's own statements do.
/// </summary>
internal sealed class SourceTable(GitRepository repository, WalkedCommit[] walk, NoteReader notes, bool[] baseline, bool keepAll)
{
    private readonly Dictionary<(int Commit, string Path, EvidenceStatement? Note), int> _numbers = [];
    private readonly Dictionary<int, NoteContent> _notes = [];
    private readonly List<LineSource> _sources = [];

    public IReadOnlyList<LineSource> Sources => _sources;

    public void Classify(LineOrigin origin, RunList runs)
    {
        if (origin.Commit < 0)
        {
            LineState state = origin.Commit == LineOrigin.NotFollowed ? LineState.Other : LineState.Unknown;
            runs.Add(origin.Count, state, -1, 0);
            return;
        }

        WalkedCommit commit = walk[origin.Commit];
        if (commit.Node.IsBoundary)
            runs.Add(origin.Count, LineState.Unknown, -1, 0);
        else if (Attested(origin, commit) is { } ranges)
            ClassifyByNote(origin, ranges, runs);
        else
            Add(origin, 0, origin.Count, null, commit.Statements.Count > 0, runs);
    }

    /// <summary>Ranges that a note names in the file; null when it names none as AI.</summary>
    private IReadOnlyList<AttestedRange>? Attested(LineOrigin origin, WalkedCommit commit)
    {
        if (commit.NoteStatements.Count == 0)
            return null;
        if (!_notes.TryGetValue(origin.Commit, out NoteContent? note))
            _notes.Add(origin.Commit, note = commit.Adopted ?? notes.Read(commit.Node.Id));
        return note.Files.GetValueOrDefault(origin.Path) is { } ranges && ranges.Any(range => range.Ai is not null) ? ranges : null;
    }

    private void ClassifyByNote(LineOrigin origin, IReadOnlyList<AttestedRange> ranges, RunList runs)
    {
        // Origins are 0-based, ranges of notes 1-based and inclusive.
        int at = 0;
        foreach (AttestedRange range in ranges)
        {
            int start = Math.Clamp(range.First - 1 - origin.Line, at, origin.Count);
            int end = Math.Clamp(range.Last - origin.Line, start, origin.Count);
            Add(origin, at, start, null, false, runs);
            Add(origin, start, end, range.Ai, range.Ai is not null, runs);
            at = end;
        }

        Add(origin, at, origin.Count, null, false, runs);
    }

    private void Add(LineOrigin origin, int start, int end, EvidenceStatement? note, bool isAi, RunList runs)
    {
        if (start >= end)
            return;
        bool keep = isAi || keepAll;
        int source = keep ? Number(origin, note, isAi) : -1;
        runs.Add(end - start, isAi ? LineState.Ai : LineState.Other, source, keep ? origin.Line + start + 1 : 0);
    }

    private int Number(LineOrigin origin, EvidenceStatement? note, bool isAi)
    {
        (int, string, EvidenceStatement?) key = (origin.Commit, origin.Path, note);
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _sources.Count;
            _numbers.Add(key, number);
            WalkedCommit commit = walk[origin.Commit];
            IReadOnlyList<EvidenceStatement> evidence = !isAi ? [] : note is null ? commit.Statements : [note, .. commit.Statements];
            string id = commit.Node.Id.ToHex(repository.Objects.IdLength);
            _sources.Add(new LineSource(id, origin.Path, evidence, baseline[origin.Commit]));
        }

        return number;
    }
}
