using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Lets the lines of a group's files flow back through their versions until each has found the commit that made it.</summary>
internal sealed class LineFlow(TextStore texts, Func<FileVersion, bool> isIgnored, IReadOnlyDictionary<string, int> commits, DifferenceStore? meaning)
{
    private readonly Dictionary<FileVersion, List<LineSegment>> _waiting = [];
    private List<LineOrigin>[] _origins = [];

    /// <summary>Which lines of a head are followed, by its path; null for all of them.</summary>
    public Func<string, IReadOnlyList<LineSpan>?> Followed { get; init; } = _ => null;

    /// <summary>Origins of every head of the group, in no order, together covering every line that is followed once.</summary>
    public List<LineOrigin>[] Run(VersionGroup group)
    {
        _waiting.Clear();
        _origins = [.. group.Heads.Select(_ => new List<LineOrigin>())];
        for (int file = 0; file < group.Heads.Count; file++)
            Start(file, group.Heads[file].Path, group.Heads[file].Version);
        foreach (FileVersion version in group.Ordered)
        {
            if (_waiting.Remove(version, out List<LineSegment>? segments))
                Pass(version, segments);
        }

        return _origins;
    }

    private void Start(int file, string path, FileVersion version)
    {
        if (Followed(path) is { } spans)
            Wait(version, [.. spans.Select(span => new LineSegment(span.Start, span.Count, file, span.Start))]);
        else if (version.Known is { File: { } known })
            Wait(version, [new LineSegment(0, known.LineCount, file, 0)]);
        else if (texts.Read(version.Blob) is not { } text)
            _origins[file].Add(new LineOrigin(0, 0, LineOrigin.Unreadable, version.Path, 0));
        else if (text.Count > 0)
            Wait(version, [new LineSegment(0, text.Count, file, 0)]);
    }

    private void Wait(FileVersion version, List<LineSegment> segments)
    {
        if (segments.Count == 0)
            return;
        if (!version.Matters)
            Settle(segments, LineOrigin.NotFollowed, version.Path);
        else if (_waiting.TryGetValue(version, out List<LineSegment>? present))
            present.AddRange(segments);
        else
            _waiting.Add(version, segments);
    }

    private void Pass(FileVersion version, List<LineSegment> segments)
    {
        if (version.Known is { File: { } file } known)
        {
            KnownLines.Settle(segments, file, known.Sources, commits, _origins);
            return;
        }

        segments = PassUnchanged(version, segments);
        if (segments.Count > 0 && version.Moves.Count > 0)
            segments = PassMoved(version, segments);
        if (segments.Count > 0 && isIgnored(version))
            segments = PassGuessed(version, segments);
        Settle(segments, version.IsOpen ? LineOrigin.Unreadable : version.Commit, version.Path);
    }

    private List<LineSegment> PassUnchanged(FileVersion version, List<LineSegment> segments)
    {
        segments.Sort((a, b) => a.Line.CompareTo(b.Line));
        foreach (FileVersion origin in version.Origins)
        {
            if (segments.Count == 0)
                break;
            FileVersion source = origin.Resolved;
            if (source.Blob == version.Blob)
            {
                Wait(source, segments);
                return [];
            }

            if (Difference(version, source) is not { } hunks)
            {
                Settle(segments, LineOrigin.Unreadable, version.Path);
                return [];
            }

            (List<LineSegment> passed, segments) = HunkSplitter.Split(segments, hunks);
            Wait(source, passed);
            if (meaning is not null && segments.Count > 0)
                segments = PassReflowed(version, source, hunks, segments);
        }

        return segments;
    }

    private IReadOnlyList<Hunk>? Difference(FileVersion version, FileVersion source)
    {
        if (meaning?.Find(source.Blob, version.Blob) is { } known)
            return known;
        return Texts(version, source) is { } texts ? LineDiff.Compare(texts.Old, texts.New) : null;
    }

    /// <summary>Passes lines that were only broken or joined anew.</summary>
    private List<LineSegment> PassReflowed(FileVersion version, FileVersion source, IReadOnlyList<Hunk> hunks, List<LineSegment> segments)
    {
        List<Hunk> replaced = [.. hunks.Where(hunk => hunk is { OldCount: > 0, NewCount: > 0 } && segments.Exists(s => s.Line < hunk.NewStart + hunk.NewCount && hunk.NewStart < s.End))];
        if (replaced.Count == 0 || Texts(version, source) is not { } texts)
            return segments;
        (List<LineSegment> passed, segments) = OriginSplitter.Split(segments, ReflowedLines(texts.Old, texts.New, replaced));
        Wait(source, passed);
        return segments;
    }

    /// <summary>Passes lines that the commit only moved to the place they stood at.</summary>
    private List<LineSegment> PassMoved(FileVersion version, List<LineSegment> segments)
    {
        foreach (IGrouping<FileVersion, (int NewLine, int Count, FileVersion From, int OldLine)> source in version.Moves.GroupBy(move => move.From.Resolved))
        {
            int end = source.Max(move => move.NewLine + move.Count);
            var origins = new int[Math.Max(end, segments.Max(segment => segment.End))];
            Array.Fill(origins, -1);
            foreach ((int newLine, int count, _, int oldLine) in source)
            {
                for (int i = 0; i < count; i++)
                    origins[newLine + i] = oldLine + i;
            }

            (List<LineSegment> passed, segments) = OriginSplitter.Split(segments, origins);
            Wait(source.Key, passed);
            if (segments.Count == 0)
                break;
        }

        return segments;
    }

    private static int[] ReflowedLines(LineText old, LineText now, IReadOnlyList<Hunk> hunks)
    {
        var origins = new int[now.Count];
        Array.Fill(origins, -1);
        foreach (Hunk hunk in hunks)
            ReflowMatcher.Match(old, now, hunk).CopyTo(origins, hunk.NewStart);
        return origins;
    }

    /// <summary>Passes lines that an ignored commit changed to the lines they were made from; what has none stays.</summary>
    private List<LineSegment> PassGuessed(FileVersion version, List<LineSegment> segments)
    {
        foreach (FileVersion origin in version.Origins)
        {
            FileVersion source = origin.Resolved;
            if (segments.Count == 0 || Texts(version, source) is not { } texts)
                break;
            (List<LineSegment> passed, segments) = OriginSplitter.Split(segments, GuessedLines.Of(texts.Old, texts.New));
            Wait(source, passed);
        }

        return segments;
    }

    private (LineText Old, LineText New)? Texts(FileVersion version, FileVersion source) =>
        texts.Read(version.Blob) is { } now && texts.Read(source.Blob) is { } old ? (old, now) : null;

    private void Settle(List<LineSegment> segments, int commit, string path)
    {
        foreach (LineSegment segment in segments)
            _origins[segment.File].Add(new LineOrigin(segment.HeadLine, segment.Count, commit, path, segment.Line));
    }
}
