using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Rules;

/// <summary>Which files a commit changed, and how many lines it added to them.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">Full id of the commit whose projects tell test code.</param>
/// <param name="countsLines">Whether lines are counted; that takes reading the files.</param>
internal sealed class CommitChanges(GitRepository repository, string commit, bool countsLines)
{
    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly TextStore _texts = new(repository.Objects.Read, LineEquality.Exact);
    private readonly TestCode _tests = new(repository, commit, repository.ListFiles(commit));

    /// <summary>The files, compared with the first parent; null when that, or a content, is missing.</summary>
    public IReadOnlyList<ChangedFile>? Of(ObjectId id)
    {
        CommitNode node = repository.Graph.Read(id);
        if (node.IsBoundary)
            return null;
        List<TreeChange> changes = [];
        if (node.Parents.Length == 0)
            repository.Trees.VisitFiles(node.Tree, (path, entry) => changes.Add(new TreeChange(path, default, entry)));
        else if (repository.Graph.TryRead(node.Parents[0], out CommitNode? parent))
            _comparer.Compare(parent.Tree, node.Tree, changes);
        else
            return null;
        // A content that stood elsewhere before was moved, not added.
        HashSet<ObjectId> moved = [.. changes.Where(c => !c.New.IsFile && c.Old.IsFile).Select(c => c.Old.Id)];
        try
        {
            return [.. changes.Select(c => new ChangedFile(c.Path, countsLines && !moved.Contains(c.New.Id) ? Added(c) : 0, _tests.Contains(c.Path)))];
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.PartialClone)
        {
            return null;
        }
    }

    private int Added(TreeChange change)
    {
        if (!change.New.IsFile || _texts.Read(change.New.Id) is not { } now || now.Bytes.Contains((byte)0))
            return 0;
        if (!change.Old.IsFile)
            return now.Count;
        return _texts.Read(change.Old.Id) is { } old ? LineDiff.Compare(old, now).Sum(h => h.NewCount) : 0;
    }
}
