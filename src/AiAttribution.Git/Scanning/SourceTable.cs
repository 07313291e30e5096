using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Decides the state of lines by the commit they come from, and numbers the sources. A note that names lines of a file, and whose lines this commit really made,
/// decides for that file; else the commit's own statements do, and where they hold for some of its lines only, those of its originals.
/// </summary>
internal sealed class SourceTable(GitRepository repository, WalkedCommit[] walk, NoteReader notes, bool[] baseline, bool keepAll)
{
    private readonly Dictionary<(int Commit, string Path, object? Said), int> _numbers = [];
    private readonly Dictionary<int, NoteContent> _notes = [];
    private readonly List<LineSource> _sources = [];
    private readonly BlankLines _blanks = new(repository);

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
        else if (note is not null && Attested(note, origin.Path, commit) is { } ranges)
            ClassifyByNote(origin, ranges, note.IsOpenIn(origin.Path), runs);
        else if (commit.IsInPart)
            ClassifyByOriginals(origin, commit.Originals?.Of(origin.Path), runs);
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

    /// <summary>Ranges that a note names in the file; null when it names none as AI, or says less than the commit does.</summary>
    private static IReadOnlyList<AttestedRange>? Attested(NoteContent note, string path, WalkedCommit commit)
    {
        if (note.Files.GetValueOrDefault(path) is not { } ranges || !ranges.Any(range => range.Ai is not null))
            return null;
        bool isShare = ranges.All(range => range.Ai is { Extent: EvidenceExtent.Part });
        return isShare && commit is { Statements.Count: > 0, IsInPart: false } ? null : ranges;
    }

    private void ClassifyByNote(LineOrigin origin, IReadOnlyList<AttestedRange> ranges, bool isOpen, RunList runs)
    {
        // Lines that a note does not name are not AI by its word, unless some of its words could not be read.
        LineState unnamed = isOpen ? LineState.Unknown : LineState.Other;

        // Origins are 0-based, ranges of notes 1-based and inclusive.
        int at = 0;
        EvidenceStatement? before = null;
        foreach (AttestedRange range in ranges)
        {
            int start = Math.Clamp(range.First - 1 - origin.Line, at, origin.Count);
            int end = Math.Clamp(range.Last - origin.Line, start, origin.Count);
            AddGap(origin, at, start, before is not null && range.Ai is not null ? before : null, unnamed, runs);
            Add(origin, start, end, range.Ai, StateOf(range.Ai), runs);
            at = end;
            before = range.Ai;
        }

        Add(origin, at, origin.Count, null, unnamed, runs);
    }

    /// <summary>Lines between those that a note names: agents leave out blank ones, which belong to their neighbours.</summary>
    private void AddGap(LineOrigin origin, int start, int end, EvidenceStatement? neighbour, LineState unnamed, RunList runs)
    {
        bool isBlank = neighbour is not null && start < end && _blanks.Are(walk[origin.Commit].Node.Tree, origin.Path, origin.Line + start, origin.Line + end);
        Add(origin, start, end, isBlank ? neighbour : null, isBlank ? StateOf(neighbour) : unnamed, runs);
    }

    private static LineState StateOf(EvidenceStatement? said) =>
        said is null ? LineState.Other : said.Extent == EvidenceExtent.Part ? LineState.InPart : LineState.Ai;

    private void ClassifyByOriginals(LineOrigin origin, Original?[]? said, RunList runs)
    {
        for (int start = 0, end; start < origin.Count; start = end)
        {
            Original? one = At(start);
            end = start + 1;
            while (end < origin.Count && ReferenceEquals(At(end), one))
                end++;
            Add(origin, start, end, one, one?.State ?? LineState.InPart, runs);
        }

        Original? At(int line) => said is not null && origin.Line + line < said.Length ? said[origin.Line + line] : null;
    }

    private void Add(LineOrigin origin, int start, int end, object? said, LineState state, RunList runs)
    {
        if (start >= end)
            return;
        // What was taken from an original is asked again in the next scan, which may find other originals.
        bool keep = state is LineState.Ai or LineState.InPart || said is Original || keepAll;
        int source = keep ? Number(origin, said, state) : -1;
        runs.Add(end - start, state, source, keep ? origin.Line + start + 1 : 0);
    }

    private int Number(LineOrigin origin, object? said, LineState state)
    {
        (int, string, object?) key = (origin.Commit, origin.Path, said);
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _sources.Count;
            _numbers.Add(key, number);
            WalkedCommit commit = walk[origin.Commit];
            IReadOnlyList<EvidenceStatement> evidence = said switch
            {
                Original original => original.Evidence,
                EvidenceStatement note => [note, .. commit.Statements],
                _ => commit.Statements,
            };
            string id = commit.Node.Id.ToHex(repository.Objects.IdLength);
            _sources.Add(new LineSource(id, origin.Path, state == LineState.Ai ? evidence : [], baseline[origin.Commit])
            {
                InPart = state == LineState.InPart ? evidence : [],
                Original = (said as Original)?.Commit,
            });
        }

        return number;
    }
}
