using System.Security.Cryptography;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Reports;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary>Files that the report is about, by their digests.</summary>
internal static class ArtifactFiles
{
    /// <summary>The files in order of names, each content once.</summary>
    /// <exception cref="ToolException">A file is missing.</exception>
    public static IReadOnlyList<ReportArtifact> Read(IReadOnlyList<string> paths) =>
        [.. paths.Select(Read).DistinctBy(a => a.Sha256).OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Sha256, StringComparer.Ordinal)];

    /// <summary>A statement about a commit is about what is committed.</summary>
    /// <exception cref="ToolException">A statement is asked for, and it would be about neither an artifact nor this commit.</exception>
    public static void Check(ReportModel report, IReadOnlyList<ReportFormat> formats)
    {
        int notCommitted = report.Lines.NotCommitted + report.Lines.AiNotCommitted;
        if (report.Artifacts.Count == 0 && notCommitted > 0 && formats.FirstOrDefault(f => f.NeedsArtifacts) is { } format)
            throw new ToolException($"'{format.Name}' would tell of commit {report.Commit?[..12]}, and {Figures.Count(notCommitted, "line on disk is", "lines on disk are")} not in it; commit them, or name what was built with --artifact.");
    }

    private static ReportArtifact Read(string path)
    {
        if (!File.Exists(path))
            throw new ToolException($"the artifact '{path}' does not exist; build it first, or give its path from the current folder.");
        using FileStream file = File.OpenRead(path);
        return new(Path.GetFileName(path), Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant());
    }
}
