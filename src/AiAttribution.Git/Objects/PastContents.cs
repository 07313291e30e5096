using System.Collections.Concurrent;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Contents that files had. One that is missing costs the lines that need it, and is remembered, so that it can be told.</summary>
/// <param name="objects">Objects, of which some may be missing.</param>
/// <param name="mayLackObjects">Whether the clone was told that it need not have all.</param>
internal sealed class PastContents(IObjectReader objects, bool mayLackObjects)
{
    /// <summary>A clone that lacks more is one without history.</summary>
    public const int MostMissing = 1_000;

    private readonly ConcurrentDictionary<ObjectId, bool> _missing = new();

    /// <summary>Full ids of those that were asked for and are not here, in order.</summary>
    public IReadOnlyList<string> Missing => [.. _missing.Keys.Order().Select(id => id.ToHex(objects.IdLength))];

    /// <summary>Whether a content was asked for and is not here.</summary>
    public bool IsMissing(ObjectId id) => _missing.ContainsKey(id);

    /// <summary>A content; null when it is missing or larger than <paramref name="maxBytes"/>.</summary>
    /// <exception cref="RepositoryException">It is damaged, or too many are missing.</exception>
    public byte[]? Read(ObjectId id, int maxBytes)
    {
        if (IsMissing(id))
            return null;
        byte[]? content = null;
        bool isHere;
        try
        {
            content = objects.Read(id, maxBytes);
            isHere = content is not null || objects.Has(id);
        }
        catch (RepositoryException problem) when (mayLackObjects && problem.Problem == RepositoryProblem.Corrupt)
        {
            // A git that may not fetch what was promised ends at it.
            isHere = false;
        }

        if (!isHere && _missing.TryAdd(id, true) && _missing.Count > MostMissing)
            throw RepositoryGuard.PartialClone(id.ToHex(objects.IdLength));
        return content;
    }
}
