namespace AiAttribution.Core.Model;

/// <summary>What happened to one service in one environment.</summary>
/// <param name="Service">The service; empty when there is one only.</param>
/// <param name="Name">Name of the environment.</param>
/// <param name="IsLive">Whether code that runs there counts as live.</param>
/// <param name="Deployments">Deployments that succeeded.</param>
/// <param name="Rollbacks">Those of them that went back.</param>
/// <param name="Failures">Deployments that failed.</param>
/// <param name="Running">What runs there, of releases the newest; null for nothing.</param>
internal sealed record ReportEnvironment(string Service, string Name, bool IsLive, int Deployments, int Rollbacks, int Failures, string? Running);
