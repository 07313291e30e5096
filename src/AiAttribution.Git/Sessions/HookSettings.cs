using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>Settings that say where git looks for hooks.</summary>
internal static class HookSettings
{
    /// <summary>Value of <c>core.hooksPath</c>, from the repository's or the user's configuration; null when the hooks are where they are by default.</summary>
    public static string? Path(GitRepository repository)
    {
        if (GitExecutable.Find() is not { } git)
            return null;
        string[] values = new GitCommand(git, repository.Layout.Place).Run("config", "--get-all", "core.hooksPath").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The last value is the one that keeps hooks from running while we ask.
        return values.Length > 1 ? values[^2] : null;
    }
}
