using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>The gate of a range, the same in the tool and in a build: who judges it, and what the range changes about that.</summary>
/// <param name="Range">The range.</param>
/// <param name="Name">Its earlier end, as it was asked for.</param>
/// <param name="Judge">Who judges.</param>
/// <param name="Changes">What the range changes about what is judged, suppressions left out.</param>
internal sealed record RangeGate(CommitRange Range, string Name, RangeBase Judge, IReadOnlyList<GateChange> Changes)
{
    /// <summary>Finds it.</summary>
    /// <param name="options">Name the repository and its policy.</param>
    /// <param name="range">The range.</param>
    /// <param name="name">Its earlier end, as it was asked for.</param>
    /// <exception cref="RepositoryException">There is no repository, or it is damaged.</exception>
    public static RangeGate Find(CollectOptions options, CommitRange range, string name)
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        return Find(repository, options, range, name);
    }

    /// <summary>Finds that of <see cref="CollectOptions.Range"/>.</summary>
    /// <exception cref="RepositoryException">An end names no commit, there is no repository, or it is damaged.</exception>
    public static RangeGate Find(CollectOptions options)
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        var range = CommitRange.Read(repository, options.Range!);
        return Find(repository, options, range, range.StartName);
    }

    /// <summary>What is asked of a project that the base judges.</summary>
    public ProjectInput ByBase(ProjectInput project) => project with { Range = Range, SuppressionsOf = Judge.PolicyRevision };

    /// <summary>What is asked of a project that the range's own policy judges.</summary>
    public ProjectInput ByHead(ProjectInput project) => project with { Range = Range, TellsSurvival = false, TellsOutcomes = false, TellsLeftOut = false };

    /// <summary>The answer.</summary>
    /// <param name="byBase">The report by the base's policy.</param>
    /// <param name="byHead">The report by the range's own; null where that does not count.</param>
    public ReportModel Of(ReportModel byBase, ReportModel? byHead)
    {
        ReportModel report = byHead is null ? byBase : StricterGate.Of(byBase, byHead);
        var judged = new JudgedRange(Name, Range.Nothing is { } nothing ? $"{nothing} {Judge.Note}" : Judge.Note, [.. Changes, .. Suppressions(report)]) { Commits = Range.Commits.ToHashSet(StringComparer.Ordinal) };
        return report with { Judged = judged with { Changes = [.. judged.Changes, .. NearlyHeavy.Of(report, judged)] } };
    }

    private static RangeGate Find(GitRepository repository, CollectOptions options, CommitRange range, string name)
    {
        repository.SteeredBy = options.OnDisk ? null : range.End;
        var judge = RangeBase.Of(repository, options, range, name);
        return new RangeGate(range, name, judge, new RangeChanges(repository, judge.Fork, range.End).Find(PolicySource.PathOf(repository, options)));
    }

    private static IEnumerable<GateChange> Suppressions(ReportModel report) => report.Suppressions
        .Where(s => s.IsNew)
        .Select(s => new GateChange(GateChangeKind.Suppression, s.Path, s.Line, $"suppresses {s.Code}{(s.Waiver is null ? "" : report.Policy.WaiversInChange ? ", and the policy lets it count" : ", which does not count for this change")}"));
}
