using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Reads raw objects. Safe for use by several threads.</summary>
internal interface IObjectReader : IDisposable
{
    /// <summary>Bytes of an id: 20 or 32.</summary>
    int IdLength { get; }

    /// <summary>Content of an object without its header; null when it is missing or larger than <paramref name="maxBytes"/>.</summary>
    /// <exception cref="RepositoryException">The object is damaged.</exception>
    byte[]? Read(ObjectId id, int maxBytes = int.MaxValue);

    /// <summary>Whether an object is here, of whatever size.</summary>
    bool Has(ObjectId id);
}
