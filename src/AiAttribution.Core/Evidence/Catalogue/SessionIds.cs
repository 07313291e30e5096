using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Shapes of session ids.</summary>
internal static class SessionIds
{
    // Longer than any id in use; bounds what an untrusted note or message can put into a report.
    private const int MaximumLength = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>Whether a text can be an id: one word without blanks, markup or e-mail characters.</summary>
    public static bool IsPlausible([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaximumLength } && id.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    public static bool IsUuid(ReadOnlySpan<char> id) => id.Length == 36 && Guid.TryParseExact(id, "D", out _);
}
