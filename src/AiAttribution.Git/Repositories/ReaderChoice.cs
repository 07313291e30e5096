using AiAttribution.Git.Objects;

using AiAttribution.Git.Storage;

namespace AiAttribution.Git.Repositories;

/// <summary>Opens a repository with libgit2, and with the git command what libgit2 cannot open.</summary>
internal static class ReaderChoice
{
    /// <exception cref="RepositoryException">Neither can open it, or what they would read is not complete.</exception>
    public static RepositoryReaders Open(RepositoryLayout layout, GitReader reader)
    {
        RepositoryConfig config = RepositoryConfig.Read(layout);
        return Open(layout, reader, config) with { MayLackObjects = config.IsPartialClone || ObjectFolders.Of(layout.CommonDirectory).Any(PackFolder.HasPromises) };
    }

    private static RepositoryReaders Open(RepositoryLayout layout, GitReader reader, RepositoryConfig config)
    {
        string? git = reader == GitReader.LibGit2 ? null : GitExecutable.Find();
        if (reader == GitReader.GitCommand)
            return GitCommandOpener.Open(git ?? throw RepositoryGuard.NoGit(), layout, config);
        try
        {
            return LibGit2Opener.Open(layout, config);
        }
        catch (RepositoryException problem) when (git is not null)
        {
            // git's own refusal says best what is wrong with the repository.
            RepositoryReaders readers = GitCommandOpener.Open(git, layout, config);
            return readers with { NativeProblem = problem.Problem == RepositoryProblem.NativeLibrary ? problem : null };
        }
    }
}
