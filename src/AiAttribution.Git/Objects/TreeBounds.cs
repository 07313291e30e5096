using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>How much of a tree is walked. A few small objects can stand for more paths than any machine can list.</summary>
internal static class TreeBounds
{
    /// <summary>Deeper folders are left out: no file system and no compiler takes their paths.</summary>
    public const int DeepestFolder = 256;

    /// <summary>Most files and folders that one walk visits; the largest public repositories have half a million.</summary>
    public const int MostPaths = 2_000_000;

    /// <summary>Whether a path lies so deep that walks leave it out.</summary>
    public static bool LeavesOut(string path) => path.AsSpan().Count('/') > DeepestFolder;

    /// <summary>Counts one more path.</summary>
    /// <exception cref="RepositoryException">It is one too many.</exception>
    public static void Count(ref int paths)
    {
        if (++paths > MostPaths)
            throw new RepositoryException(RepositoryProblem.TooLarge, $"a tree has more than {MostPaths} files and folders, more than is read", "nothing is damaged; look for the commit that made it so large");
    }
}
