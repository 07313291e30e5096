namespace AiAttribution.Core.Tests.Coverage;

/// <summary>A coverage report as it was written, before its files are looked for in the repository.</summary>
/// <param name="Time">When the tests ran: the report's own time, or the file's where that is older or the report has none.</param>
/// <param name="Sources">Folders that relative names start from; may be empty.</param>
/// <param name="Files">Measured files; a file can occur more than once.</param>
internal sealed record CoverageReport(DateTimeOffset Time, IReadOnlyList<string> Sources, IReadOnlyList<MeasuredFile> Files)
{
    /// <summary>Whether the run that was measured failed: what it executed is then not tested.</summary>
    public bool IsFailedRun { get; init; }
}
