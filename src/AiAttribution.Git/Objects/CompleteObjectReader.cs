using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Reads a clone that may lack objects: where one that is asked for is not here, nothing can be said. A filter says what was held back once, not what is missing now.</summary>
internal sealed class CompleteObjectReader(IObjectReader objects) : IObjectReader
{
    public int IdLength => objects.IdLength;

    public bool Has(ObjectId id) => objects.Has(id);

    /// <exception cref="RepositoryException">The object is missing.</exception>
    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue)
    {
        byte[]? content;
        try
        {
            content = objects.Read(id, maxBytes);
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.Corrupt)
        {
            // A git that may not fetch what was promised ends at it.
            throw RepositoryGuard.PartialClone(id.ToHex(IdLength), problem);
        }

        return content ?? (objects.Has(id) ? null : throw RepositoryGuard.PartialClone(id.ToHex(IdLength)));
    }

    public void Dispose() => objects.Dispose();
}
