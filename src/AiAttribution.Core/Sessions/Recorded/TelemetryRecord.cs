namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>One thing that telemetry counted.</summary>
/// <param name="Agent">Catalogue name.</param>
/// <param name="Session">Id of the session.</param>
/// <param name="Response">What was counted; its key is the same when an exporter sent it twice.</param>
internal sealed record TelemetryRecord(string Agent, string Session, UsageRecord Response)
{
    /// <summary>Whether every count of it could be one; what could not was left out.</summary>
    public bool IsWhole { get; init; } = true;
}
