using AiAttribution.Core.Lines;
using AiAttribution.Core.Model.Release;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>Commits that one revision has and another has not, such as those of a pull request or a release.</summary>
/// <param name="Text">The range with both ends.</param>
/// <param name="End">Full id of its last commit.</param>
/// <param name="Commits">Full ids, merges too.</param>
/// <param name="IsCut">Whether a shallow clone may have cut some off.</param>
internal sealed record CommitRange(string Text, string End, IReadOnlyList<string> Commits, bool IsCut)
{
    /// <summary>Full id of the commit that the work is held against: the tip of a pull request's target.</summary>
    public required string Start { get; init; }

    /// <summary>Name of <see cref="Start"/>, as the text has it.</summary>
    public string StartName => Or(Text.Split("..", 2)[0]);

    /// <summary>Why it holds no commit, a sentence with full stop; null when it holds some.</summary>
    public string? Nothing => Commits.Count > 0 ? null : DeltaSummary.Nothing(StartName, Or(Text.Split("..")[^1].TrimStart('.')), Start == End);

    /// <summary>Whether its last commit is the one that is checked out.</summary>
    public bool EndsAtHead { get; init; }

    /// <summary>Whether it is no commit at all, but what the next one would bring.</summary>
    public bool IsStaged => Commits is [NotCommitted.Id];

    /// <summary>What the next commit would bring.</summary>
    /// <param name="head">Full id of the commit that it would stand on.</param>
    public static CommitRange Staged(string head) => new("what is staged", head, [NotCommitted.Id], false) { Start = head, EndsAtHead = true };

    /// <summary>Reads <c>A..B</c>: what B has and A has not. <c>A...B</c> means the same; an end that is left out is HEAD, and so is B when only A is given.</summary>
    /// <exception cref="RepositoryException">An end names no commit, or what the change is held against was left out.</exception>
    public static CommitRange Read(GitRepository repository, string text)
    {
        string[] ends = text.Replace("...", "..", StringComparison.Ordinal).Split("..", 2);
        // A variable of a pipeline that is empty leaves this, which would hold nothing and pass for ever.
        if (ends[0].Trim().Length == 0 && (ends.Length == 1 || Or(ends[1]) == "HEAD"))
            throw new RepositoryException(RepositoryProblem.BadRevision, $"the range '{text}' does not say what the change is held against", "Give its base, such as origin/main; a variable that is to hold it may be empty here");
        string start = repository.ResolveCommit(Or(ends[0]));
        string end = repository.ResolveCommit(ends.Length == 1 ? "HEAD" : Or(ends[1]));
        HashSet<ObjectId> before = History(repository, start, []);
        HashSet<ObjectId> range = History(repository, end, before);
        bool isCut = range.Any(id => repository.Graph.TryRead(id, out CommitNode? node) && node.IsBoundary);
        return new CommitRange(ends.Length == 1 ? text + "..HEAD" : text, end, [.. range.Select(id => id.ToHex(repository.Objects.IdLength))], isCut) { Start = start, EndsAtHead = end == repository.FindCommit("HEAD") };
    }

    private static string Or(string end) => end.Length == 0 ? "HEAD" : end;

    /// <summary>All commits that a commit has, those of another history left out.</summary>
    internal static HashSet<ObjectId> History(GitRepository repository, string from, HashSet<ObjectId> without)
    {
        var seen = new HashSet<ObjectId>();
        var open = new Stack<ObjectId>([ObjectId.Parse(from)]);
        while (open.TryPop(out ObjectId id))
        {
            if (without.Contains(id) || !seen.Add(id) || !repository.Graph.TryRead(id, out CommitNode? node))
                continue;
            foreach (ObjectId parent in node.Parents)
                open.Push(parent);
        }

        return seen;
    }
}
