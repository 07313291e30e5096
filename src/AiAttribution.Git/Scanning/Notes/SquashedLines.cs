using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// Follows lines through the commits of a range: each line gets what is said of it by the commit that made it, its note first, else its own message.
/// Lines that a note names and its commit did not make get nothing, as notes often name such.
/// </summary>
internal sealed class SquashedLines(GitRepository repository, NoteReader notes, EvidenceClassifier classifier)
{
    private readonly TextStore _texts = new(repository, LineEquality.Exact);
    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly RenameFinder _renames = new(repository);

    /// <summary>What the range says of the lines of <paramref name="tree"/>; null when no note says anything of lines that are still there.</summary>
    public NoteContent? Follow(SquashRange range, ObjectId tree)
    {
        var marks = new Dictionary<string, EvidenceStatement?[]>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        ObjectId before = range.Before.Tree;
        foreach (CommitNode commit in range.Commits)
        {
            Step(commit, before, marks, open);
            before = commit.Tree;
        }

        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        foreach ((string path, EvidenceStatement?[] lines) in marks)
        {
            // Where no note speaks, the message of the squashing commit decides as always.
            EvidenceStatement?[] now = Carry(lines, Blob(before, path), Blob(tree, path));
            if (now.Any(mark => mark is { Kind: EvidenceKind.GitAiNote or EvidenceKind.FileShareNote or EvidenceKind.LineNote or EvidenceKind.AgentTrace }))
                files.Add(path, Ranges(now));
        }

        open.RemoveWhere(path => Blob(tree, path) is null);
        return files.Count + open.Count > 0 ? new NoteContent(files) { Open = open } : null;
    }

    /// <param name="commit">A commit of the range.</param>
    /// <param name="before">Tree of the one before it.</param>
    /// <param name="marks">What is said of lines, by path.</param>
    /// <param name="open">Files of which a note may say more than could be read.</param>
    private void Step(CommitNode commit, ObjectId before, Dictionary<string, EvidenceStatement?[]> marks, HashSet<string> open)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(before, commit.Tree, changes);
        NoteContent note = notes.Read(commit.Id);
        EvidenceStatement? said = Said(commit.Id);
        var made = new Dictionary<string, EvidenceStatement?[]>(StringComparer.Ordinal);
        foreach (TreeChange change in changes.Where(change => change.New.IsFile))
        {
            (string Path, ObjectId Blob)? source = change.Old.IsFile ? (change.Path, change.Old.Id) : _renames.Find(before, commit.Tree, change.Path);
            if (note.IsOpenIn(change.Path) || (source is { } from && open.Contains(from.Path)))
                open.Add(change.Path);
            made[change.Path] = Mark(change.New.Id, source, source is { } old ? marks.GetValueOrDefault(old.Path) : null, note.Files.GetValueOrDefault(change.Path), said);
        }

        foreach (TreeChange change in changes)
            marks.Remove(change.Path);
        foreach ((string path, EvidenceStatement?[] lines) in made)
            marks[path] = lines;
    }

    private EvidenceStatement?[] Mark(ObjectId blob, (string Path, ObjectId Blob)? source, EvidenceStatement?[]? held, IReadOnlyList<AttestedRange>? attested, EvidenceStatement? said)
    {
        if (_texts.Read(blob) is not { } now)
            return [];
        var lines = new EvidenceStatement?[now.Count];
        if (attested is null)
            Array.Fill(lines, said);
        foreach (AttestedRange range in attested ?? [])
        {
            for (int line = range.First; line <= Math.Min(range.Last, now.Count); line++)
                lines[line - 1] = range.Ai;
        }

        if (source is not { } from || _texts.Read(from.Blob) is not { } old)
            return lines;
        int[] places = LinePlaces.Of(old, now);
        for (int line = 0; line < places.Length; line++)
        {
            if (places[line] >= 0)
                lines[places[line]] = held is not null && line < held.Length ? held[line] : null;
        }

        return lines;
    }

    private EvidenceStatement?[] Carry(EvidenceStatement?[] lines, ObjectId? oldBlob, ObjectId? newBlob)
    {
        if (oldBlob is null || newBlob is null)
            return [];
        if (oldBlob == newBlob)
            return lines;
        if (_texts.Read(oldBlob.Value) is not { } old || _texts.Read(newBlob.Value) is not { } now)
            return [];
        var carried = new EvidenceStatement?[now.Count];
        int[] places = LinePlaces.Of(old, now);
        for (int line = 0; line < Math.Min(places.Length, lines.Length); line++)
        {
            if (places[line] >= 0)
                carried[places[line]] = lines[line];
        }

        return carried;
    }

    private EvidenceStatement? Said(ObjectId commit)
    {
        string id = commit.ToHex(repository.Objects.IdLength);
        return repository.Graph.ReadWhole(commit) is { } whole ? classifier.Classify(whole.Facts(id)).FirstOrDefault(statement => statement.Grade > EvidenceGrade.Weak) : null;
    }

    private ObjectId? Blob(ObjectId tree, string path) => repository.Trees.Find(tree, path) is { IsFile: true } entry ? entry.Id : null;

    private static List<AttestedRange> Ranges(EvidenceStatement?[] lines)
    {
        var ranges = new List<AttestedRange>();
        for (int line = 1; line <= lines.Length; line++)
        {
            if (lines[line - 1] is not { } mark)
                continue;
            if (ranges.Count > 0 && ranges[^1].Last == line - 1 && ranges[^1].Ai == mark)
                ranges[^1] = ranges[^1] with { Last = line };
            else
                ranges.Add(new AttestedRange(line, line, mark));
        }

        return ranges;
    }
}
