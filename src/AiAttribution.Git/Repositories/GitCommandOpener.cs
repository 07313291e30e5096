using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>Opens a repository with the git command.</summary>
internal static class GitCommandOpener
{
    /// <exception cref="RepositoryException">git refuses the repository.</exception>
    public static RepositoryReaders Open(string executable, RepositoryLayout layout, RepositoryConfig config)
    {
        var git = new GitCommand(executable, layout.Place);
        GitOutput answer = git.Run("rev-parse", "--show-object-format", "--show-cdup");
        if (!answer.Succeeded)
            throw Refusal(answer.Error, config);
        string[] lines = answer.Text.Split('\n');

        // The way up to the root is empty, unless git took this folder for no repository and found another one above.
        if (lines.Length < 2 || lines[1].Length > 0)
            throw Incomplete();
        int idLength = lines[0] == "sha256" ? ObjectId.Sha256Length : ObjectId.Sha1Length;
        var references = new GitCommandReferenceReader(git);
        return new RepositoryReaders(GitReader.GitCommand, references, new GitCommandObjectReader(git, idLength), ReplaceReferences.Read(references));
    }

    private static RepositoryException Refusal(string error, RepositoryConfig config)
    {
        if (error.Contains("dubious ownership", StringComparison.Ordinal) || error.Contains("unsafe repository", StringComparison.Ordinal))
            return RepositoryGuard.ForeignOwner();
        if (error.Contains("extension", StringComparison.Ordinal) || error.Contains("Expected git repo version", StringComparison.Ordinal))
            return RepositoryGuard.UnsupportedFormat(config, "neither libgit2 nor the installed git knows", "git --version, and install a newer git");
        if (error.Contains("not a git repository", StringComparison.Ordinal))
            return Incomplete();
        return new RepositoryException(RepositoryProblem.Corrupt, "git cannot open the repository", "git status says why");
    }

    private static RepositoryException Incomplete() =>
        new(RepositoryProblem.Corrupt, "there is a .git, but git does not take it for a repository: it is incomplete", "wait for the clone to end, or clone again");
}
