using AiAttribution.Core.Policy;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>Holds approvals against the last commit of a change.</summary>
internal static class PullRequestHead
{
    /// <summary>Where servers say what they have checked out, and its id.</summary>
    private static readonly (string Reference, string Commit)[] Variables = [("GITHUB_REF", "GITHUB_SHA"), ("BUILD_SOURCEBRANCH", "BUILD_SOURCEVERSION")];

    /// <summary>How many people approve it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="end">Full id of the last commit.</param>
    /// <param name="approvals">For each person the commit that was approved; null where the form names none.</param>
    /// <param name="variable">Value of an environment variable.</param>
    public static ApprovalTally Of(GitRepository repository, string end, IReadOnlyList<string?> approvals, Func<string, string?> variable)
    {
        string? source = Source(repository, end, variable);
        int head = approvals.Count(a => a is null || a.Equals(end, StringComparison.OrdinalIgnoreCase) || a.Equals(source, StringComparison.OrdinalIgnoreCase));
        return new ApprovalTally(head, approvals.Count - head);
    }

    /// <summary>
    /// The commit that people look at where the server has checked out its own merge of a pull request. A merge that somebody made is approved by its own id only:
    /// it can hold anything.
    /// </summary>
    private static string? Source(GitRepository repository, string end, Func<string, string?> variable) =>
        Variables.Any(v => IsMerge(variable(v.Reference)) && variable(v.Commit) == end) && repository.Graph.TryRead(ObjectId.Parse(end), out CommitNode? node) && node.Parents.Length == 2
            ? node.Parents[1].ToHex(repository.Objects.IdLength)
            : null;

    private static bool IsMerge(string? reference) => reference is not null && reference.StartsWith("refs/pull/", StringComparison.Ordinal) && reference.EndsWith("/merge", StringComparison.Ordinal);
}
