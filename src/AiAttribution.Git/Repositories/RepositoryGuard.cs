namespace AiAttribution.Git.Repositories;

/// <summary>Refuses what would be read wrongly, and puts libgit2's refusals into words.</summary>
internal static class RepositoryGuard
{
    /// <summary>Brings what is missing.</summary>
    public const string Refetch = "git fetch --refetch --no-filter";

    /// <summary>What was read asks for an object that is not here.</summary>
    public static RepositoryException PartialClone(string id, Exception? cause = null) =>
        new(
            RepositoryProblem.PartialClone,
            $"this is a partial clone, and contents of the past are missing ({id[..10]} is the first that is needed), so lines would be given to the wrong commit",
            Refetch,
            cause);

    /// <exception cref="RepositoryException">The repository has an extension that libgit2 does not know.</exception>
    public static void RefuseExtensions(RepositoryConfig config)
    {
        if (config.UnsupportedExtensions.Any())
            throw UnsupportedFormat(config, "libgit2 does not know", "put git on the PATH, or build in a clone without that extension");
    }

    public static RepositoryException UnsupportedFormat(RepositoryConfig config, string nobody, string remedy) =>
        new(
            RepositoryProblem.UnsupportedFormat,
            $"the repository uses a format that {nobody}: {string.Join(", ", config.UnsupportedExtensions.DefaultIfEmpty("core.repositoryFormatVersion"))}",
            remedy);

    /// <summary>There is none, or its <c>.git</c> file leads nowhere, as in a container that has the working tree alone.</summary>
    public static RepositoryException NotARepository(string start)
    {
        if (RepositoryLayout.Lost(start) is { } lost)
            return new(RepositoryProblem.NotARepository, $".git points to {lost}, which is not here", "Mount it, or build in a clone.");
        if (RepositoryElsewhere.OfJj(start) is { } git)
            return new(RepositoryProblem.NotARepository, "this is a jj workspace without .git", $"ai-attribution … --repo {git} --rev COMMIT reads what jj committed; a build needs a workspace that is colocated with git");
        return new(RepositoryProblem.NotARepository, "no git repository contains this folder", "Run 'git init', or build in a clone.");
    }

    /// <summary>A revision that is not here, and the command that may bring it: that of a branch of a remote, else of tags.</summary>
    public static RepositoryException NoCommit(string rev, IReadOnlyList<string> remotes)
    {
        string? origin = remotes.FirstOrDefault(remote => rev.Length > remote.Length + 1 && rev.StartsWith(remote + "/", StringComparison.Ordinal));
        string fetch = origin is null ? "git fetch --tags" : $"git fetch {origin} {rev[(origin.Length + 1)..]}";
        return new(RepositoryProblem.BadRevision, $"'{rev}' names no commit", $"{fetch}, or name an existing branch, tag or commit");
    }

    public static RepositoryException NoGit() =>
        new(RepositoryProblem.NativeLibrary, "there is no git on the PATH", "install git");

    public static RepositoryException ForeignOwner(Exception? cause = null) =>
        new(
            RepositoryProblem.ForeignOwner,
            "the repository belongs to another user, and git's safe.directory does not allow it",
            "git config --global --add safe.directory \"$PWD\"",
            cause);

    public static RepositoryException Translate(Exception cause)
    {
        string reason = cause.Message.ReplaceLineEndings(" ").Trim();
        if (reason.Contains("unsupported extension", StringComparison.OrdinalIgnoreCase))
            return new RepositoryException(RepositoryProblem.UnsupportedFormat, $"libgit2 cannot open the repository: {reason}", "put git on the PATH, or build in a clone without that extension", cause);

        // libgit2 has answered both ways when another user owns the folder; a missing repository was ruled out before.
        if (reason.Contains("owned by", StringComparison.OrdinalIgnoreCase) || reason.Contains("valid Git repository", StringComparison.OrdinalIgnoreCase))
            return ForeignOwner(cause);

        // libgit2 takes nothing but ids in these two files; git passes over comments, empty lines and what is no id.
        if (reason.Contains("graft", StringComparison.OrdinalIgnoreCase))
            return new RepositoryException(RepositoryProblem.Corrupt, $"libgit2 cannot read info/grafts or shallow of the git directory: {reason}", "put git on the PATH, or take out the lines that hold no ids", cause);

        return new RepositoryException(RepositoryProblem.Corrupt, $"the repository cannot be opened: {reason}", "git fsck", cause);
    }
}
