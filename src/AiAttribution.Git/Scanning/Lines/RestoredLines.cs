using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>
/// Finds the lines that a commit only brings back, where its message names a commit of this history: a revert brings back what that one had removed, a reland or cherry-pick what it
/// had added. They have the origin that they had; what the commit changes besides is its own.
/// </summary>
internal sealed class RestoredLines(GitRepository repository, WalkedCommit[] walk, DifferenceStore differences)
{
    private readonly Lazy<Dictionary<ObjectId, int>> _numbers = new(() => walk.Select((commit, number) => (commit.Node.Id, number)).ToDictionary(commit => commit.Id, commit => commit.number));

    private readonly Lazy<ILookup<int, int>> _requests = new(() => walk.Select((commit, number) => (commit.Request, number)).Where(commit => commit.Request is not null).ToLookup(commit => commit.Request!.Value, commit => commit.number));

    /// <summary>Lines that stand in an earlier commit, with the number of that commit in the walk.</summary>
    /// <param name="index">Commit with one parent.</param>
    /// <param name="versions">Versions that the commit made.</param>
    public IEnumerable<(FileVersion Version, int From, Move Move)> Find(int index, IReadOnlyList<FileVersion> versions)
    {
        foreach (CommitReference reference in walk[index].Restores)
        {
            // A commit of the past stands behind in the walk.
            if (Number(reference, index) is not { } named || named <= index || walk[named].Parents.Length == 0)
                continue;
            int parent = walk[named].Parents[0];
            (int from, int other) = reference.TakesBack ? (parent, named) : (named, parent);
            foreach (FileVersion version in versions)
            {
                foreach (Move move in Moves(version, walk[from].Node, walk[other].Node))
                    yield return (version, from, move);
            }
        }
    }

    /// <summary>As <see cref="Find"/>, with the id of that commit.</summary>
    public IEnumerable<(FileVersion Version, ObjectId From, Move Move)> FindCommits(int index, IReadOnlyList<FileVersion> versions) =>
        Find(index, versions).Select(found => (found.Version, walk[found.From].Node.Id, found.Move));

    private int? Number(CommitReference reference, int index) => reference.NamedRequest is { } request ? OfRequest(reference, request, index) : Number(reference.Id);

    /// <summary>
    /// Number of the one commit before that brought a pull request; null when there is none, or several. A repository beside the number may be another one, so the commit must have the
    /// subject that the message quotes.
    /// </summary>
    private int? OfRequest(CommitReference reference, int request, int index)
    {
        int[] found = [.. _requests.Value[request].Where(number => number > index).Take(2)];
        if (found is not [var one])
            return null;
        string? quoted = CommitReference.QuotedSubject(Message(index));
        string subject = Message(one).Split('\n')[0];
        return quoted is null ? (reference.NamesRepository ? null : one)
            : CommitReference.WithoutRequest(subject).StartsWith(quoted.TrimEnd('…', '.'), StringComparison.Ordinal) || Message(one).Contains("\n" + quoted, StringComparison.Ordinal) ? one
            : null;
    }

    private string Message(int number) => repository.Graph.ReadWhole(walk[number].Node.Id)?.Facts("").Message.TrimStart() ?? "";

    /// <summary>Number of a commit by its id, full or abbreviated; null when it is none of this history, or several.</summary>
    private int? Number(string id)
    {
        int digits = 2 * repository.Objects.IdLength;
        if (id.Length == digits)
            return _numbers.Value.TryGetValue(ObjectId.Parse(id), out int number) ? number : null;
        int[] found = id.Length > digits ? [] : [.. _numbers.Value.Where(commit => commit.Key.ToHex(repository.Objects.IdLength).StartsWith(id, StringComparison.Ordinal)).Select(commit => commit.Value).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private IEnumerable<Move> Moves(FileVersion version, CommitNode from, CommitNode other)
    {
        if (Blob(from, version.Path) is not { } source || Blob(other, version.Path) is var beside && beside == source)
            return [];
        if (Cut(source) is not { } old || Cut(version.Blob) is not { } now)
        {
            version.IsOpen |= repository.Contents.IsMissing(source) || repository.Contents.IsMissing(version.Blob);
            return [];
        }

        var named = new bool[old.Count];
        if (beside is null)
            Array.Fill(named, true);
        else if (Cut(beside.Value) is { } text)
            Mark(named, differences.Compare(source, old, beside.Value, text));
        else
            version.IsOpen |= repository.Contents.IsMissing(beside.Value);
        return Kept(named, differences.Compare(source, old, version.Blob, now)).Select(run => new Move(run.NewLine, run.Count, (version.Path, source), run.OldLine));
    }

    private static void Mark(bool[] named, IReadOnlyList<Hunk> hunks)
    {
        foreach (Hunk hunk in hunks)
            Array.Fill(named, true, hunk.OldStart, hunk.OldCount);
    }

    /// <summary>Runs of named lines that stand in the newer text.</summary>
    private static List<(int OldLine, int NewLine, int Count)> Kept(bool[] named, IReadOnlyList<Hunk> hunks)
    {
        var runs = new List<(int OldLine, int NewLine, int Count)>();
        int next = 0;
        int shift = 0;
        for (int line = 0; line < named.Length; line++)
        {
            while (next < hunks.Count && hunks[next].OldStart + hunks[next].OldCount <= line)
            {
                shift = hunks[next].NewStart + hunks[next].NewCount - (hunks[next].OldStart + hunks[next].OldCount);
                next++;
            }

            if (!named[line] || (next < hunks.Count && hunks[next].OldStart <= line))
                continue;
            if (runs.Count > 0 && runs[^1] is var run && run.OldLine + run.Count == line && run.NewLine + run.Count == line + shift)
                runs[^1] = run with { Count = run.Count + 1 };
            else
                runs.Add((line, line + shift, 1));
        }

        return runs;
    }

    private ObjectId? Blob(CommitNode commit, string path) => repository.Trees.Find(commit.Tree, path) is { IsFile: true } entry ? entry.Id : null;

    private LineText? Cut(ObjectId blob) => repository.Contents.Read(blob, TextStore.MostBytes) is { } bytes ? LineText.Cut(bytes, LineEquality.IgnoreWhitespace) : null;
}
