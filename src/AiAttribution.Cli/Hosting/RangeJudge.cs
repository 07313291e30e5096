using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Cli.Hosting;

/// <summary>Judges the work of a range: by the policy of its base, and by the range's own where it changes the policy.</summary>
/// <param name="console">Takes notes and progress.</param>
/// <param name="options">What to collect at the later end.</param>
/// <param name="range">The range.</param>
/// <param name="name">Its earlier end, as it was asked for.</param>
internal sealed class RangeJudge(ToolConsole console, CollectOptions options, CommitRange range, string name)
{
    /// <summary>The report of the later end, with what the range's commits brought judged, while the repository is open for what else is asked of it.</summary>
    /// <param name="asked">Says what is asked of the project.</param>
    /// <param name="more">Adds to the report.</param>
    /// <exception cref="ToolException">Nothing could be attributed.</exception>
    public async Task<ReportModel> Judge(Func<ProjectInput, ProjectInput> asked, Func<CollectedRepository, ReportModel, ReportModel>? more = null)
    {
        var gate = RangeGate.Find(options, range, name);
        using CollectedRepository collection = await Collecting.Run(console, options with { PolicyRevision = gate.Judge.PolicyRevision });
        ReportModel byBase = await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel, p => gate.ByBase(asked(p))).Report);
        ReportModel report = gate.Of(byBase, gate.Judge.HeadCounts ? await ByHead(p => gate.ByHead(asked(p))) : null);
        return more is null ? report : await LongWork.Run(console, _ => more(collection, report));
    }

    private async Task<ReportModel> ByHead(Func<ProjectInput, ProjectInput> asked)
    {
        using CollectedRepository collection = await Collecting.Run(console, options, tellsNotes: false);
        return await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel, asked).Report);
    }
}
