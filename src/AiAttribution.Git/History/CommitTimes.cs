namespace AiAttribution.Git.History;

/// <summary>Commit times as dates. Git stores seconds since 1970 and takes any number; what .NET cannot hold is held at its limits.</summary>
internal static class CommitTimes
{
    public static DateTimeOffset ToDate(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
