using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Reports;
using AiAttribution.Reports.Json;

namespace AiAttribution.Tasks;

/// <summary>The reports of one project, in the folder that people choose for them.</summary>
internal static class ReportFiles
{
    /// <summary>Whether one of the files is an envelope for a fleet.</summary>
    public static bool HasEnvelope(IEnumerable<string> files) => files.Any(file => ReportFormats.OfFile(Path.GetFileName(file)) is { IsPacked: true });

    /// <summary>Whether a file tells others of a commit, or of what was built from it.</summary>
    public static bool IsForOthers(string file) => ReportFormats.OfFile(Path.GetFileName(file)) is { IsForOthers: true };

    /// <summary>Writes the reports. One that cannot be written keeps no other from it.</summary>
    /// <param name="report">What they tell.</param>
    /// <param name="forOthers">What those tell that are for others.</param>
    /// <param name="json">The first as JSON, which is written anyway.</param>
    /// <param name="files">Full paths; the name of a file tells its form.</param>
    /// <returns>What stood in the way of the first that is not written; null when all are.</returns>
    public static BuildProblem? Write(ReportModel report, ReportModel forOthers, string json, IEnumerable<string> files)
    {
        BuildProblem? first = null;
        foreach (string file in files)
        {
            try
            {
                Write(IsForOthers(file) ? forOthers : report, json, file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                first ??= new BuildProblem(BuildProblemKinds.UnwrittenReport, $"reports were not written: {e.Message}", "Make the folder writable, or name another with AiAttributionReportDirectory.");
            }
        }

        return first;
    }

    private static void Write(ReportModel report, string json, string file)
    {
        string name = Path.GetFileName(file);
        if (name == JsonReport.FileName)
            OutputFile.WriteReport(file, json);
        else if (ReportFormats.OfFile(name) is { IsPacked: true } packed)
            OutputFile.WriteReport(file, EnvelopePack.Pack(packed.Write(report)));
        else if (ReportFormats.OfFile(name) is { } format)
            OutputFile.WriteReport(file, format.Write(format.NeedsArtifacts ? report with { Artifacts = [ReportArtifact.Placeholder] } : report));
    }
}
