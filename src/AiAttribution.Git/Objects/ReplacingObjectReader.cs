using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Reads in place of an object the one that <c>refs/replace</c> names for it, as every command of git does.</summary>
internal sealed class ReplacingObjectReader(IObjectReader objects, IReadOnlyDictionary<ObjectId, ObjectId> replacements) : IObjectReader
{
    // As git has it: MAXREPLACEDEPTH in replace-object.c.
    private const int LongestChain = 5;

    public int IdLength => objects.IdLength;

    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue) => objects.Read(Replaced(id), maxBytes);

    public bool Has(ObjectId id) => objects.Has(Replaced(id));

    public void Dispose() => objects.Dispose();

    private ObjectId Replaced(ObjectId id)
    {
        ObjectId current = id;
        for (int step = 0; step < LongestChain; step++)
        {
            if (!replacements.TryGetValue(current, out ObjectId next))
                return current;
            current = next;
        }

        throw new RepositoryException(RepositoryProblem.Corrupt, $"refs/replace leads from {id.ToHex(IdLength)} through more than {LongestChain} objects", $"git replace -d {id.ToHex(IdLength)}");
    }
}
