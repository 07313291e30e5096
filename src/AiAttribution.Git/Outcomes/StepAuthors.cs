using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Outcomes;

/// <summary>Tells for the texts that a step of the main line brought or took away whether an AI did. A merge brings what its branch's commits wrote.</summary>
internal sealed class StepAuthors(GitRepository repository, WalkedCommit[] walk, SourceTable table, BlobLines lines, Predicate<string> ships)
{
    private readonly Dictionary<int, (int Commit, string Path, int Line)> _writers = [];
    private readonly Dictionary<int, int> _removers = [];
    private int _commit;

    /// <summary>Begins a step.</summary>
    /// <param name="brought">What it brought, itself first: indexes in the walk.</param>
    /// <param name="arrived">Texts that it brought.</param>
    /// <param name="departed">Texts that it took away.</param>
    public void Begin(IReadOnlyList<int> brought, IEnumerable<int> arrived, IEnumerable<int> departed)
    {
        _writers.Clear();
        _removers.Clear();
        _commit = brought[0];
        HashSet<int> came = [.. arrived];
        HashSet<int> left = [.. departed];
        if (came.Count + left.Count == 0)
            return;
        // Parents stand behind their children: the oldest commit that holds a text wrote it. The merge itself comes last.
        foreach (int commit in brought.Order().Reverse().Where(c => c == _commit || walk[c].Parents.Length == 1))
            Read(commit, came, left);
    }

    /// <summary>State of what brought a text.</summary>
    public LineState Came(int text)
    {
        if (!_writers.TryGetValue(text, out (int Commit, string Path, int Line) writer))
            return LineState.Unknown;
        var runs = new RunList();
        table.Classify(new LineOrigin(0, 1, writer.Commit, writer.Path, writer.Line - 1), runs);
        LineState state = runs.ToArray()[0].State;
        return state == LineState.InPart ? LineState.Unknown : state;
    }

    /// <summary>State of what took a text away. A note names the lines that are there, so of others it says nothing.</summary>
    public LineState Left(int text)
    {
        WalkedCommit commit = walk[_removers.GetValueOrDefault(text, _commit)];
        if (commit.Node.IsBoundary)
            return LineState.Unknown;
        return ExtentRules.Of(commit.Statements) switch
        {
            null => commit.NoteStatements.Count > 0 ? LineState.Unknown : LineState.Other,
            EvidenceExtent.Part => LineState.Unknown,
            _ => LineState.Ai,
        };
    }

    private void Read(int commit, HashSet<int> came, HashSet<int> left)
    {
        ObjectId before = walk[commit].Parents is [int parent, ..] ? walk[parent].Node.Tree : default;
        foreach (TreeChange change in BlobChanges.Between(repository, before, walk[commit].Node.Tree, ships))
        {
            NumberedLine[] now = change.New.IsFile ? lines.Of(change.New.Id) : [];
            foreach (NumberedLine line in now.Where(l => came.Contains(l.Text)))
                _writers.TryAdd(line.Text, (commit, change.Path, line.Line));
            if (!change.Old.IsFile || left.Count == 0)
                continue;
            HashSet<int> kept = [.. now.Select(l => l.Text)];
            foreach (NumberedLine line in lines.Of(change.Old.Id).Where(l => left.Contains(l.Text) && !kept.Contains(l.Text)))
                _removers[line.Text] = commit;
        }
    }
}
