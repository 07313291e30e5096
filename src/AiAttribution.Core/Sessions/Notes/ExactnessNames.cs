namespace AiAttribution.Core.Sessions.Notes;

/// <summary>The words for <see cref="Exactness"/> in notes and reports.</summary>
internal static class ExactnessNames
{
    private static readonly string[] Names = ["exact", "session-total", "partial", "rounded", "credits-only", "absent"];

    /// <summary>The word.</summary>
    public static string Of(Exactness exactness) => Names[(int)exactness];

    /// <summary>The exactness; null for any other word.</summary>
    public static Exactness? Parse(string? name) => Array.IndexOf(Names, name) is int index and >= 0 ? (Exactness)index : null;
}
