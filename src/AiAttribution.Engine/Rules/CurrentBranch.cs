using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>The branch that is judged. In a pull request that is the one it goes to.</summary>
internal static class CurrentBranch
{
    private const string Heads = "refs/heads/";
    private const int MostBytes = 4096;

    private static readonly string[] First = ["AI_ATTRIBUTION_BRANCH", "GITHUB_BASE_REF", "SYSTEM_PULLREQUEST_TARGETBRANCH", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"];
    private static readonly string[] Last = ["GITHUB_REF_NAME", "BUILD_SOURCEBRANCH", "CI_COMMIT_BRANCH"];

    /// <summary>Its name without <c>refs/heads/</c>; null when HEAD is detached and no pipeline says.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="variable">Value of an environment variable.</param>
    public static string? Of(GitRepository repository, Func<string, string?> variable) =>
        Named(First, variable) ?? Head(repository) ?? Named(Last, variable);

    private static string? Named(string[] names, Func<string, string?> variable) =>
        names.Select(variable).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) is { } name ? Short(name.Trim()) : null;

    private static string? Head(GitRepository repository)
    {
        var head = new FileInfo(Path.Combine(repository.GitDirectory, "HEAD"));
        if (head is not { Exists: true, Length: < MostBytes })
            return null;
        string text = File.ReadAllText(head.FullName, Encoding.UTF8).Trim();
        return text.StartsWith("ref:", StringComparison.Ordinal) ? Short(text["ref:".Length..].Trim()) : null;
    }

    private static string Short(string name) => name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : name;
}
