namespace AiAttribution.Core.Model;

/// <summary>What was known of deployments.</summary>
/// <param name="Count">Deployments to environments that count as live, tags and releases where those count.</param>
/// <param name="Newest">The newest of them, such as <c>v2.3 on production</c>; null when there is none.</param>
/// <param name="Environments">All environments, in order of service and name.</param>
/// <param name="Unplaced">Deployments that name no commit.</param>
/// <param name="Missing">Deployments of commits that are not in the repository.</param>
/// <param name="OddClocks">Times that cannot be right, one sentence each.</param>
internal sealed record ReportDeployments(
    int Count,
    string? Newest,
    IReadOnlyList<ReportEnvironment> Environments,
    int Unplaced,
    int Missing,
    IReadOnlyList<string> OddClocks)
{
    /// <summary>Nothing is known.</summary>
    public static ReportDeployments None { get; } = new(0, null, [], 0, 0, []);
}
