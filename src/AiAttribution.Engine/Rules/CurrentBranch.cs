using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>The branch that is judged. In a pull request or a merge queue that is the one it goes to.</summary>
internal static class CurrentBranch
{
    private const string Heads = "refs/heads/";
    private const string Queue = "gh-readonly-queue/";
    private const int MostBytes = 4096;

    /// <summary>Where servers name the target of a pull request.</summary>
    private static readonly string[] Targets =
    [
        "AI_ATTRIBUTION_BRANCH",
        "GITHUB_BASE_REF",
        "SYSTEM_PULLREQUEST_TARGETBRANCH",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "BITBUCKET_PR_DESTINATION_BRANCH",
        "CHANGE_TARGET",
        "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
        "DRONE_TARGET_BRANCH",
        "CI_COMMIT_TARGET_BRANCH",
        "APPVEYOR_REPO_BRANCH",
        "TRAVIS_BRANCH",
    ];

    /// <summary>What servers set for pull requests alone.</summary>
    private static readonly string[] PullRequests =
    [
        "GITHUB_BASE_REF",
        "SYSTEM_PULLREQUEST_TARGETBRANCH",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "BITBUCKET_PR_DESTINATION_BRANCH",
        "CHANGE_TARGET",
        "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
        "DRONE_PULL_REQUEST",
        "APPVEYOR_PULL_REQUEST_NUMBER",
        "TRAVIS_PULL_REQUEST",
    ];

    /// <summary>Where servers name the branch that they build.</summary>
    private static readonly string[] Built =
    [
        "GITHUB_REF_NAME",
        "BUILD_SOURCEBRANCH",
        "CI_COMMIT_BRANCH",
        "BITBUCKET_BRANCH",
        "BRANCH_NAME",
        "BUILDKITE_BRANCH",
        "CIRCLE_BRANCH",
        "DRONE_BRANCH",
        "GIT_BRANCH",
    ];

    /// <summary>Its name without <c>refs/heads/</c>; null when HEAD is detached and no pipeline says.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="variable">Value of an environment variable.</param>
    public static string? Of(GitRepository repository, Func<string, string?> variable) =>
        Named(Targets, variable) ?? Head(repository) ?? Named(Built, variable);

    /// <summary>Whether a pipeline builds a pull request, which is no state of the branch that it goes to.</summary>
    public static bool IsPullRequest(Func<string, string?> variable) => Array.Exists(PullRequests, name => !string.IsNullOrWhiteSpace(variable(name)) && variable(name) is not "false");

    private static string? Named(string[] names, Func<string, string?> variable) =>
        names.Select(name => Short(variable(name)?.Trim() ?? "")).FirstOrDefault(branch => branch is not null);

    private static string? Head(GitRepository repository)
    {
        var head = new FileInfo(Path.Combine(repository.GitDirectory, "HEAD"));
        if (head is not { Exists: true, Length: < MostBytes })
            return null;
        string text = File.ReadAllText(head.FullName, Encoding.UTF8).Trim();
        return text.StartsWith("ref:", StringComparison.Ordinal) ? Short(text["ref:".Length..].Trim()) : null;
    }

    /// <summary>The branch of a reference; null for one that is no branch, such as the merge of a pull request.</summary>
    private static string? Short(string name)
    {
        string branch = Without(Without(name, Heads), "origin/");
        return branch.Length == 0 || branch.StartsWith("refs/pull/", StringComparison.Ordinal) ? null : Target(branch);
    }

    private static string Without(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;

    /// <summary>A merge queue of GitHub builds on <c>gh-readonly-queue/TARGET/pr-NUMBER-COMMIT</c>, and the target may have slashes.</summary>
    private static string Target(string branch)
    {
        int end = branch.LastIndexOf("/pr-", StringComparison.Ordinal);
        return branch.StartsWith(Queue, StringComparison.Ordinal) && end > Queue.Length ? branch[Queue.Length..end] : branch;
    }
}
