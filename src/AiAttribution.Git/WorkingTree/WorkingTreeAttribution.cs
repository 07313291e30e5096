using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Carries the attribution of a commit over to files as they are on disk or in an editor. Lines that are not committed are unknown, but for those that a session is recorded to have written.</summary>
internal sealed class WorkingTreeAttribution
{
    private readonly GitRepository _repository;
    private readonly ScanResult _scan;
    private readonly ObjectId _tree;
    private readonly StoredText _stored;
    private readonly RecordedLines? _recorded;

    /// <summary>Carries over from one scan.</summary>
    /// <param name="repository">Repository of the scan.</param>
    /// <param name="scan">Attribution of the commit that is checked out. With a record its last sources stand for the record's sessions.</param>
    /// <param name="record">What sessions wrote of the lines that are not committed; null when that is not known.</param>
    public WorkingTreeAttribution(GitRepository repository, ScanResult scan, WorkingRecord? record = null)
    {
        _repository = repository;
        _scan = scan;
        _tree = repository.Graph.Read(ObjectId.Parse(scan.Attribution.Commit)).Tree;
        _stored = new StoredText(new GitAttributes(repository, _tree));
        _recorded = record is null ? null : new RecordedLines(repository, record, scan.Attribution.Sources.Count - record.Sessions.Count);
    }

    /// <summary>State of every line of <paramref name="text"/>.</summary>
    /// <param name="path">Path from the repository root, with <c>/</c>.</param>
    /// <param name="text">Bytes of the file. Line ends and a byte order mark may differ from the committed ones, as a checkout makes them.</param>
    /// <remarks>What git's own conversions change on the way to disk is followed. A file that is not in the commit is unknown as a whole, and so is one that the scan did not cover.</remarks>
    public FileAttribution ForFile(string path, ReadOnlySpan<byte> text)
    {
        FileAttribution file = Committed(path, text, bytes => _stored.Of(path, bytes));
        return Covers(path) && _recorded is not null ? _recorded.OnDisk(file, text) : file;
    }

    /// <summary>The same for a text as git has it stored, such as one of the index.</summary>
    /// <param name="path">Path from the repository root, with <c>/</c>.</param>
    /// <param name="committed">Path that the file has in the commit, where it was renamed.</param>
    /// <param name="text">The stored bytes.</param>
    public FileAttribution ForStored(string path, string committed, ReadOnlySpan<byte> text)
    {
        FileAttribution file = Committed(committed, text, bytes => _stored.Plain(path, bytes)) with { Path = path };
        return Covers(path) && _recorded is not null ? _recorded.Stored(file, committed, text) : file;
    }

    private bool Covers(string path) => _scan.Options.Include.Matches(path) && !TreeBounds.LeavesOut(path);

    private FileAttribution Committed(string path, ReadOnlySpan<byte> text, Func<byte[], byte[]> store)
    {
        if (!Covers(path) || _repository.Trees.Find(_tree, path) is not { IsFile: true } entry)
            return Whole(path, LineText.CountLines(text), LineState.Unknown);

        FileAttribution? known = _scan.Attribution.Files.GetValueOrDefault(path);
        if (IsStored(entry.Id, text))
            return known ?? Whole(path, LineText.CountLines(text), LineState.Other);
        if (_repository.Contents.Read(entry.Id, TextStore.MostBytes) is not { } committed)
            return Whole(path, LineText.CountLines(text), LineState.Unknown);
        LineText now = LineText.Cut(StoredText.Normal(store(text.ToArray())));
        LineText old = LineText.Cut(StoredText.Normal(_stored.Plain(path, committed)));
        known ??= Whole(path, old.Count, LineState.Other);
        return Carry(known, LineDiff.Compare(old, now), now.Count);
    }

    /// <summary>Name of the filter in <c>.gitattributes</c> that a file goes through on its way to disk. It is a command, so it is not run here, and what it changed is unknown. Null without one.</summary>
    public string? Filter(string path) => _stored.Filter(path);

    /// <summary>Whether a content is the one with an id. To read what is stored takes many times longer; where other objects are read in place of some, ids tell nothing.</summary>
    private bool IsStored(ObjectId id, ReadOnlySpan<byte> text) =>
        text.Length <= TextStore.MostBytes && _repository.Overrides.Replacements.Count == 0 && ObjectId.OfBlob(text, _repository.Objects.IdLength) == id;

    private static FileAttribution Carry(FileAttribution known, IReadOnlyList<Hunk> hunks, int lineCount)
    {
        var runs = new RunList();
        int next = 0;
        int oldLine = 0;
        foreach (Hunk hunk in hunks.Append(new Hunk(known.LineCount, 0, lineCount, 0)))
        {
            next = Copy(known, next, oldLine, hunk.OldStart, runs);
            runs.Add(hunk.NewCount, LineState.Unknown, -1, 0);
            oldLine = hunk.OldStart + hunk.OldCount;
        }

        return new FileAttribution(known.Path, lineCount, runs.ToArray());
    }

    /// <summary>Copies old lines (0-based, end exclusive) and returns the index of the run to go on with.</summary>
    private static int Copy(FileAttribution known, int next, int start, int end, RunList runs)
    {
        while (next < known.Runs.Count && known.Runs[next].Last <= start)
            next++;
        for (int i = next; i < known.Runs.Count && known.Runs[i].First - 1 < end; i++)
        {
            LineRun run = known.Runs[i];
            int from = Math.Max(run.First - 1, start);
            int to = Math.Min(run.Last, end);
            runs.Add(to - from, run.State, run.Source, run.OriginLine == 0 ? 0 : run.OriginLine + from - (run.First - 1));
        }

        return next;
    }

    private static FileAttribution Whole(string path, int lines, LineState state)
    {
        var runs = new RunList();
        runs.Add(lines, state, -1, 0);
        return new FileAttribution(path, lines, runs.ToArray());
    }
}
