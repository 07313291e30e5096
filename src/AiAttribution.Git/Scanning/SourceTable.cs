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
        NoteContent? note = commit.Node.IsBoundary ? null : Note(origin.Commit, commit);
        if (commit.Node.IsBoundary)
            runs.Add(origin.Count, LineState.Unknown, -1, 0);
        else if (note?.Files.GetValueOrDefault(origin.Path) is { } ranges && ranges.Any(range => range.Ai is not null))
            ClassifyByNote(origin, ranges, note.IsOpenIn(origin.Path), runs);
        else if (commit.Statements.Count == 0 && note?.IsOpenIn(origin.Path) == true)
            Add(origin, 0, origin.Count, null, LineState.Unknown, runs);
        else
            Add(origin, 0, origin.Count, null, commit.Statements.Count > 0 ? LineState.Ai : LineState.Other, runs);
    }

    /// <summary>What the notes of a commit say of lines; null when that is nothing.</summary>
    private NoteContent? Note(int number, WalkedCommit commit)
    {
        if (commit.NoteStatements.Count == 0 && !commit.IsOpen)
            return null;
        if (!_notes.TryGetValue(number, out NoteContent? note))
            _notes.Add(number, note = commit.Adopted ?? notes.Read(commit.Node.Id));
        return note;
    }

    private void ClassifyByNote(LineOrigin origin, IReadOnlyList<AttestedRange> ranges, bool isOpen, RunList runs)
    {
        // Lines that a note does not name are not AI by its word, unless some of its words could not be read.
        LineState unnamed = isOpen ? LineState.Unknown : LineState.Other;

        // Origins are 0-based, ranges of notes 1-based and inclusive.
        int at = 0;
        foreach (AttestedRange range in ranges)
        {
            int start = Math.Clamp(range.First - 1 - origin.Line, at, origin.Count);
            int end = Math.Clamp(range.Last - origin.Line, start, origin.Count);
            Add(origin, at, start, null, unnamed, runs);
            Add(origin, start, end, range.Ai, range.Ai is null ? LineState.Other : LineState.Ai, runs);
            at = end;
        }

        Add(origin, at, origin.Count, null, unnamed, runs);
    }

    private void Add(LineOrigin origin, int start, int end, EvidenceStatement? note, LineState state, RunList runs)
    {
        if (start >= end)
            return;
        bool keep = state == LineState.Ai || keepAll;
        int source = keep ? Number(origin, note, state == LineState.Ai) : -1;
        runs.Add(end - start, state, source, keep ? origin.Line + start + 1 : 0);
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
