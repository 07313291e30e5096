using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Shapes of session ids.</summary>
internal static class SessionIds
{
    // Longer than any id in use; bounds what an untrusted note or message can put into a report.
    private const int MaximumLength = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> Crockford = SearchValues.Create("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    /// <summary>Whether a text can be an id: one word without blanks, markup or e-mail characters.</summary>
    public static bool IsPlausible([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaximumLength } && id.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    public static bool HasPrefix(string id, string prefix) => id.Length > prefix.Length && id.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>12 hexadecimal digits, or a ULID since Entire keeps checkpoints in refs.</summary>
    public static bool IsEntireCheckpoint(string id) =>
        (id.Length == 12 && id.AsSpan().IndexOfAnyExcept(LowerHex) < 0)
        || (id.Length == 26 && id[0] is >= '0' and <= '7' && id.AsSpan().IndexOfAnyExcept(Crockford) < 0);

    public static bool IsUuid(ReadOnlySpan<char> id) => id.Length == 36 && Guid.TryParseExact(id, "D", out _);
}
