using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>Tells who did it for the texts that a step of the main line brought or took away. A merge brings what its branch's commits wrote.</summary>
/// <param name="repository">The repository.</param>
/// <param name="walk">The history.</param>
/// <param name="lines">Reads lines of contents.</param>
/// <param name="authors">Gets them.</param>
/// <param name="ships">Which paths.</param>
internal sealed class StepAuthors(GitRepository repository, WalkedCommit[] walk, BlobLines lines, LineAuthors authors, Predicate<string> ships)
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

    /// <summary>Number of the line that brought a text.</summary>
    public int Came(int text) => _writers.TryGetValue(text, out (int Commit, string Path, int Line) writer) ? authors.Add(Id(writer.Commit), writer.Path, writer.Line) : TextSpan.Nobody;

    /// <summary>Number of the commit that took a text away.</summary>
    public int Left(int text) => authors.Add(Id(_removers.GetValueOrDefault(text, _commit)));

    private ObjectId Id(int commit) => walk[commit].Node.Id;

    private void Read(int commit, HashSet<int> came, HashSet<int> left)
    {
        ObjectId before = walk[commit].Parents is [int parent, ..] ? walk[parent].Node.Tree : default;
        foreach (TreeChange change in BlobChanges.Between(repository, before, walk[commit].Node.Tree, ships))
        {
            NumberedLine[] now = change.New.IsFile ? [.. lines.Numbered(change.New.Id)] : [];
            foreach (NumberedLine line in now.Where(l => came.Contains(l.Text)))
                _writers.TryAdd(line.Text, (commit, change.Path, line.Line));
            if (!change.Old.IsFile || left.Count == 0)
                continue;
            HashSet<int> kept = [.. now.Select(l => l.Text)];
            foreach (NumberedLine line in lines.Numbered(change.Old.Id).Where(l => left.Contains(l.Text) && !kept.Contains(l.Text)))
                _removers[line.Text] = commit;
        }
    }
}
