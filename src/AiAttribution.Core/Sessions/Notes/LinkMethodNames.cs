namespace AiAttribution.Core.Sessions.Notes;

/// <summary>The words for <see cref="LinkMethod"/> in notes and reports.</summary>
internal static class LinkMethodNames
{
    private static readonly string[] Names = ["environment", "transcript", "content", "files", "recorded"];

    /// <summary>The word.</summary>
    public static string Of(LinkMethod method) => Names[(int)method];

    /// <summary>The method; null for any other word.</summary>
    public static LinkMethod? Parse(string? name) => Array.IndexOf(Names, name) is int index and >= 0 ? (LinkMethod)index : null;
}
