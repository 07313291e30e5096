using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Reports;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary>Writes a report where it was asked for.</summary>
internal static class ReportOutput
{
    public static void Write(ToolConsole console, ReportModel report, ReportRequest request)
    {
        if (request.Folder is { } folder)
            WriteFiles(console, report, folder, request);
        else if (request.Formats.Count > 0)
            console.Out.Write(request.Write(request.Formats[0], report));
        if (request.Ci)
            CiOutput.Write(console, report, request.Folder is null ? null : console.FullPath(request.Folder));
        if (request.Sign is null && request.Formats.Any(f => f.IsStatement))
            console.Error.WriteLine("ai-attribution: in-toto statements are not signed; sign them with --sign KEY, or where the artifact is signed, such as with cosign or actions/attest.");
    }

    private static void WriteFiles(ToolConsole console, ReportModel report, string folder, ReportRequest request)
    {
        string full = console.FullPath(folder);
        foreach (ReportFormat format in request.Formats)
        {
            if (format.IsPacked)
            {
                EnvelopeFile.Write(console, report, folder);
                continue;
            }

            SafeFile.Write(Path.Combine(full, format.FileName), request.Write(format, report));
            console.Out.Write($"{Path.Combine(folder, format.FileName)}\n");
        }
    }
}
