namespace AiAttribution.Core.Evidence.Messages;

/// <summary>What git's configuration says of trailers.</summary>
/// <remarks>Classification uses the default: a reading that depends on the configuration of a machine would differ per machine.</remarks>
internal sealed record TrailerOptions
{
    /// <summary>The reading of <c>git log --format=%(trailers)</c> without configuration.</summary>
    public static TrailerOptions Log { get; } = new();

    /// <summary>Characters that end a key: <c>trailer.separators</c>.</summary>
    public string Separators { get; init; } = ":";

    /// <summary>Configured trailers: <c>trailer.NAME.key</c>.</summary>
    public IReadOnlyList<TrailerAlias> Aliases { get; init; } = [];
}

/// <summary>A trailer that git's configuration names.</summary>
/// <param name="Name">The NAME of <c>trailer.NAME.key</c>.</param>
/// <param name="Key">Its value, which replaces the key of a trailer that matches name or key.</param>
internal sealed record TrailerAlias(string Name, string Key)
{
    internal bool Matches(ReadOnlySpan<char> token)
    {
        while (!token.IsEmpty && !char.IsAsciiLetterOrDigit(token[^1]))
            token = token[..^1];
        return Name.AsSpan().StartsWith(token, StringComparison.OrdinalIgnoreCase) || Key.AsSpan().StartsWith(token, StringComparison.OrdinalIgnoreCase);
    }
}
