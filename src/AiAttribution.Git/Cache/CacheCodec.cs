using AiAttribution.Core.Text;

namespace AiAttribution.Git.Cache;

/// <summary>How one kind of value is kept in a cache file. The version of the code is part of the file, so the form may change freely.</summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class CacheCodec<T>
    where T : class
{
    /// <summary>Writes a value.</summary>
    public abstract void Write(CompactWriter writer, T value);

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such value.</exception>
    public abstract T Read(CompactReader reader);
}
