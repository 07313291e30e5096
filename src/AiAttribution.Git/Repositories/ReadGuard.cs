using LibGit2Sharp;

namespace AiAttribution.Git.Repositories;

/// <summary>What libgit2, zlib, the disk and a parallel loop throw while a repository is read is a problem of that repository, said with the name of what was read.</summary>
internal static class ReadGuard
{
    private static readonly string[] PathStarts = ["'/", "'file:", ":/", ":\\"];

    /// <exception cref="RepositoryException">It cannot be read.</exception>
    public static T Run<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions.OfType<RepositoryException>().FirstOrDefault() is { } first)
        {
            // A loop over several threads: each may have met the same damage.
            throw new RepositoryException(first.Problem, first.Message, first.Remedy, first);
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            throw new RepositoryException(RepositoryProblem.Corrupt, $"{what} cannot be read: {Reason(cause)}", "git fsck", cause);
        }
    }

    private static bool IsDamage(Exception cause) => cause is AggregateException several
        ? several.Flatten().InnerExceptions.All(IsDamage)
        : cause is LibGit2SharpException or InvalidDataException or FormatException or IOException or UnauthorizedAccessException;

    // Messages of the disk, and some of libgit2, name folders of the machine.
    private static string Reason(Exception cause)
    {
        Exception first = cause is AggregateException several ? several.Flatten().InnerExceptions[0] : cause;
        string reason = first.Message.ReplaceLineEndings(" ").Trim();
        return first is IOException or UnauthorizedAccessException || PathStarts.Any(start => reason.Contains(start, StringComparison.Ordinal)) ? first.GetType().Name : reason;
    }
}
