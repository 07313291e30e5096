using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

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
        (RangeBase judge, IReadOnlyList<GateChange> changes) = Find();
        using CollectedRepository collection = await Collecting.Run(console, options with { PolicyRevision = judge.PolicyRevision });
        ReportModel report = await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel, p => asked(p) with { Range = range, SuppressionsOf = judge.PolicyRevision }).Report);
        if (judge.HeadCounts)
            report = StricterGate.Of(report, await ByHead(asked));
        report = report with { Judged = new JudgedRange(name, judge.Note, [.. changes, .. Suppressions(report)]) };
        return more is null ? report : await LongWork.Run(console, _ => more(collection, report));
    }

    private (RangeBase Judge, IReadOnlyList<GateChange> Changes) Find()
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        var judge = RangeBase.Of(repository, options, range, name);
        return (judge, new RangeChanges(repository, judge.Fork, range.End).Find(PolicySource.PathOf(repository, options)));
    }

    private async Task<ReportModel> ByHead(Func<ProjectInput, ProjectInput> asked)
    {
        using CollectedRepository collection = await Collecting.Run(console, options, tellsNotes: false);
        return await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel, p => asked(p) with { Range = range, TellsSurvival = false }).Report);
    }

    private static IEnumerable<GateChange> Suppressions(ReportModel report) => report.Suppressions
        .Where(s => s.IsNew)
        .Select(s => new GateChange(GateChangeKind.Suppression, s.Path, s.Line, $"suppresses {s.Code}{(s.Waiver is null ? "" : report.Policy.WaiversInChange ? ", and the policy lets it count" : ", which does not count for this change")}"));
}
