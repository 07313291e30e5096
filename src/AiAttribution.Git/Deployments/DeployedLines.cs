using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Deployments;

/// <summary>Looks for the AI lines of HEAD in the files of deployed commits.</summary>
/// <remarks>
/// A line counts when it has a letter or digit. It is held when a diff of the deployed file with HEAD's keeps it. <c>Adds</c> is asked of commits that lack the change: a line that the
/// fork of the two branches held already says nothing, so it is left out; yes when every other line is held, no when none is, else unknown. <c>Keeps</c> is asked of commits that have the
/// change: no when none of its lines is left. A deployed commit in HEAD's own history is not looked into: blame followed the lines through it.
/// </remarks>
internal sealed class DeployedLines(GitRepository repository, AttributionResult attribution) : IDeployedContent
{
    private readonly TextStore _texts = new(repository.Objects.Read, LineEquality.Exact);
    private readonly Lazy<Reachable> _head = new(() => Reachable.From(repository.Graph, [ObjectId.Parse(attribution.Commit)]));
    private readonly Lazy<ILookup<int, (string Path, LineRun Run)>> _lines = new(() => attribution.Files.Values
        .SelectMany(f => f.Runs.Where(r => r.State == LineState.Ai).Select(r => (f.Path, Run: r)))
        .ToLookup(l => l.Run.Source));

    private readonly Dictionary<string, SideBranch?> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<(ObjectId Blob, string Path), bool[]> _held = [];
    private readonly ObjectId _tree = repository.Graph.Read(ObjectId.Parse(attribution.Commit)).Tree;

    public Held Adds(string deployed, Change change)
    {
        if (Branch(deployed) is not { } branch)
            return Held.No;
        int held = 0;
        int missing = 0;
        int undecided = 0;
        foreach ((string path, LineRun run) in _lines.Value[change.Source])
        {
            string there = PathIn(branch.Tree, path, change.Source);
            if (!branch.Changed(there))
            {
                missing++;
                continue;
            }

            bool[] now = In(branch.Tree, there, path);
            bool[] before = branch.ForkTree is { } fork ? In(fork, there, path) : [];
            foreach (int line in Telling(path, run))
            {
                if (line < before.Length && before[line])
                    undecided++;
                else if (line < now.Length && now[line])
                    held++;
                else
                    missing++;
            }
        }

        return held == 0 ? (missing > 0 || undecided == 0 ? Held.No : Held.Unknown) : missing == 0 ? Held.Yes : Held.Unknown;
    }

    public Held Keeps(string deployed, Change change)
    {
        if (Branch(deployed) is not { } branch)
            return Held.Yes;
        int telling = 0;
        foreach ((string path, LineRun run) in _lines.Value[change.Source])
        {
            string there = PathIn(branch.Tree, path, change.Source);
            if (repository.Trees.Find(branch.Tree, there) is null)
                return Held.Unknown;
            bool[] now = In(branch.Tree, there, path);
            foreach (int line in Telling(path, run))
            {
                telling++;
                if (line < now.Length && now[line])
                    return Held.Yes;
            }
        }

        return telling > 0 ? Held.No : Held.Unknown;
    }

    private SideBranch? Branch(string commit)
    {
        if (!_branches.TryGetValue(commit, out SideBranch? branch))
            _branches.Add(commit, branch = SideBranch.Of(repository, _head.Value, ObjectId.Parse(commit)));
        return branch;
    }

    /// <summary>HEAD's path where the tree has it, else the path that the file had when the change was made.</summary>
    private string PathIn(ObjectId tree, string path, int source) =>
        repository.Trees.Find(tree, path) is null && source >= 0 ? attribution.Sources[source].Path : path;

    /// <summary>For each line of HEAD's file, 0-based, whether the file of a tree holds it; empty when there is no such file.</summary>
    private bool[] In(ObjectId tree, string there, string path)
    {
        if (repository.Trees.Find(tree, there) is not { IsFile: true } entry || Text(path) is not { } head)
            return [];
        if (_held.TryGetValue((entry.Id, path), out bool[]? held))
            return held;
        held = new bool[head.Count];
        if (_texts.Read(entry.Id) is { } old)
        {
            Array.Fill(held, true);
            foreach (Hunk hunk in LineDiff.Compare(old, head))
                Array.Fill(held, false, hunk.NewStart, hunk.NewCount);
        }

        _held.Add((entry.Id, path), held);
        return held;
    }

    private IEnumerable<int> Telling(string path, LineRun run)
    {
        LineText? text = Text(path);
        for (int line = run.First - 1; text is not null && line < Math.Min(run.Last, text.Count); line++)
        {
            if (IsTelling(text.Line(line)))
                yield return line;
        }
    }

    private LineText? Text(string path) => repository.Trees.Find(_tree, path) is { IsFile: true } entry ? _texts.Read(entry.Id) : null;

    private static bool IsTelling(ReadOnlySpan<byte> line)
    {
        foreach (byte b in line)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b >= 0x80)
                return true;
        }

        return false;
    }
}
