using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary><c>report</c>: the attribution report of the whole repository.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolConsole console)
    {
        var arguments = new ReportArguments();
        var verb = new VerbCommand(
            "report",
            "Report AI lines, and AI-heavy members with their tests and deployments, for all C# files of the repository, as they are on disk or in a release.",
            "ai-attribution report",
            "ai-attribution report --output artifacts/ai-attribution --since v2.0",
            "ai-attribution report --output artifacts/ai-attribution --format html,sarif",
            "ai-attribution report v1.2..v1.3 --output artifacts/ai-attribution",
            "ai-attribution report origin/main...HEAD",
            "ai-attribution report --monthly",
            "ai-attribution report --output artifacts/ai-attribution --format intoto --artifact bin/Release/net8.0/App.dll",
            "ai-attribution report --output out --format envelope",
            "ai-attribution report --ci --output artifacts/ai-attribution --format all",
            "ai-attribution report --format json | jq .lines");
        arguments.AddTo(verb);
        verb.SetAction(async (parsed, cancel) =>
        {
            ReportRequest request = arguments.Read(parsed, console, cancel);
            IReadOnlyList<ReportArtifact> artifacts = ArtifactFiles.Read(request.Artifacts);
            ReportModel report = await Read(console, request) with { Artifacts = artifacts };
            report = request.Ci ? PipelineGate.Of(report) : report;
            ArtifactFiles.Check(report, request.Formats);
            ReportOutput.Write(console, report, request);
            return ExitCode.Pass;
        });
        return verb;
    }

    private static async Task<ReportModel> Read(ToolConsole console, ReportRequest request)
    {
        if (request.Range is { } range)
            return await new ReleaseView(console, request.Collect, request.CoverageBefore).Read(range);
        using CollectedRepository collection = await Collecting.Run(console, request.Collect);
        return await LongWork.Run(console, progress =>
        {
            ReportModel report = WholeRepository.Report(collection, request.Collect.Cancel);
            return request.Formats.Any(f => f.IsPacked)
                ? report with { Fleet = new FleetReader(collection, console.Variable).OfRepository() }
                : report;
        });
    }
}
