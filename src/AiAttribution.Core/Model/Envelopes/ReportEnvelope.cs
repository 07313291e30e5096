using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>Makes the envelope of a report. Figures of a repository add up over repositories; a project tells only what is its own, because projects share files.</summary>
internal sealed class ReportEnvelope(ReportModel report)
{
    /// <summary>Stands where agents must not be told apart.</summary>
    public const string AllAgents = "all";

    private const string NoGrade = "none";
    private const int Digits = 3;

    private readonly FleetFacts _facts = report.Fleet ?? new FleetFacts();

    /// <summary>The envelope.</summary>
    public Envelope Make()
    {
        EnvelopeRow[] rows = [.. Lines(), .. Members(), .. Rules(), .. Funnel(), .. report.IsWhole ? OfRepository() : []];
        return new Envelope(Head(rows.Length), rows);
    }

    private EnvelopeRow Head(int rows)
    {
        DateTimeOffset time = report.CommitTime ?? DateTimeOffset.UnixEpoch;
        decimal? evidence = report.Lines.Total == 0 ? null : Figures.Share((double)report.Lines.Known / report.Lines.Total, Digits);
        DateTimeOffset known = _facts.Known is { } later && later > time ? later : time;
        return EnvelopeRow.Of(
            EnvelopeTables.Build,
            (long)EnvelopeTables.Version,
            report.RepositoryKey,
            report.IsWhole ? null : report.Subject,
            report.IsWhole ? ReportModel.WholeRepository : "project",
            report.Commit,
            _facts.Build,
            (long)_facts.Attempt,
            CellTimes.Of(time),
            CellTimes.Of(known),
            _facts.Branch,
            report.Rules.Count == 0 ? "none" : GateWords.Of(ReleaseGate.Of(report).State),
            evidence,
            report.Tests.MeasuredFiles > 0,
            report.Deployments.Count > 0 && report.Outcomes is not { NotKnown: not null },
            report.Tokens is { Commits: > 0 },
            report.PolicyDigest,
            report.ToolVersion,
            _facts.Ci,
            (long)rows,
            _facts.IsPublishable);
    }

    private IEnumerable<EnvelopeRow> Lines()
    {
        LineTally lines = report.Lines;
        if (lines.Total == 0)
            yield break;
        if (lines.Ai > 0 && lines.GradedAgents.Count == 0)
            yield return Line("ai", NoGrade, AllAgents, lines.Ai, _facts.IsPublishable);
        foreach ((string grade, string agent, int count) in lines.GradedAgents)
            yield return Line("ai", grade, agent, count, true);
        yield return Line("other", NoGrade, AllAgents, lines.Other, _facts.IsPublishable);
        yield return Line("unknown", NoGrade, AllAgents, lines.WithoutOrigin, _facts.IsPublishable);
        yield return Line("in part", NoGrade, AllAgents, lines.InPart, _facts.IsPublishable);
    }

    private static EnvelopeRow Line(string state, string grade, string agent, int lines, bool isPublishable) =>
        EnvelopeRow.Of(EnvelopeTables.Lines, state, grade, agent, (long)lines, isPublishable);

    private IEnumerable<EnvelopeRow> Members() => report.Members.Where(m => m.Verdict.IsAiHeavy)
        .GroupBy(m => (m.Verdict.Test, m.Verdict.Deployment))
        .OrderBy(g => g.Key)
        .Select(g => EnvelopeRow.Of(EnvelopeTables.Members, ReportWords.Of(g.Key.Test), ReportWords.Of(g.Key.Deployment), (long)g.Count(), (long)g.Sum(m => m.Verdict.Tally.Ai), _facts.IsPublishable));

    private IEnumerable<EnvelopeRow> Rules() => ReleaseGate.Of(report).Rules.DistinctBy(r => r.Rule.Id, StringComparer.Ordinal).Select(r =>
        EnvelopeRow.Of(EnvelopeTables.Rule, r.Rule.Id, GateWords.Of(r.Answer), (long)r.Verdict.Judged, (long)r.Open.Count, (long)r.Waived.Count));

    private IEnumerable<EnvelopeRow> Funnel() => report.Funnel.Select(s =>
        EnvelopeRow.Of(EnvelopeTables.Funnel, FunnelWords.Of(s.Step), (long)s.Reached, (long)s.Missed, (long)s.Unknown, _facts.IsPublishable));

    private IEnumerable<EnvelopeRow> OfRepository() =>
    [
        .. _facts.Costs.Select(Cost),
        .. (report.Outcomes?.Weeks ?? []).Select(Week),
        .. (report.Survival?.Cohorts ?? []).Select(c =>
            EnvelopeRow.Of(EnvelopeTables.Survival, c.Month, c.IsAi ? "ai" : "other", (long)c.Landed, (long)c.Dead, (long)c.Early, (long)c.Young, IsPublishable(c.Month))),
        .. Silence(),
    ];

    private static EnvelopeRow Cost(MonthCost cost) => EnvelopeRow.Of(
        EnvelopeTables.Cost,
        cost.Month,
        cost.Agent,
        cost.Model,
        ExactnessNames.Of(cost.Exactness),
        cost.Month is not null,
        (long)cost.Commits,
        cost.Spent.Usage.Input,
        cost.Spent.Usage.Output,
        cost.Spent.Usage.CacheRead,
        cost.Spent.Usage.CacheWrite,
        cost.Spent.Cost is { } usd ? Math.Round(usd, 6, MidpointRounding.AwayFromZero) : null,
        cost.Spent.Unpriced,
        cost.IsPublishable);

    private EnvelopeRow Week(OutcomeWindow week)
    {
        OutcomeFigures figures = week.Figures;
        (decimal? low, decimal? high) = week.Tested is { Executable: > 0 } tested ? (Rounded(tested.Low), Rounded(tested.High)) : ((decimal?)null, (decimal?)null);
        return EnvelopeRow.Of(
            EnvelopeTables.Outcome,
            week.Name,
            Rounded(figures.Low),
            Rounded(figures.High),
            Rounded(figures.Ai),
            Rounded(figures.Other),
            Rounded(figures.Unknown),
            low,
            high,
            week.IsAboveUsual,
            IsPublishable(CellTimes.MonthOfWeek(week.Name)));
    }

    /// <summary>Each kind once, since the first day of its signs.</summary>
    private IEnumerable<EnvelopeRow> Silence() => (report.Evidence?.Signs ?? [])
        .Select(s => (Kind: SilenceWord(s.Kind), s.Since))
        .Where(s => s.Kind is not null)
        .GroupBy(s => s.Kind, s => s.Since)
        .Select(k => EnvelopeRow.Of(EnvelopeTables.Silence, k.Key, k.Min() is { } since ? CellTimes.Day(since) : null));

    /// <summary>The word for a kind; null for what is no silence.</summary>
    private static string? SilenceWord(SilenceKind kind) => kind switch
    {
        SilenceKind.Setting => "agent told to leave no sign",
        SilenceKind.Hook => "hooks take signs away",
        SilenceKind.Mailmap => "mailmap hides agents",
        SilenceKind.Notes => "notes orphaned",
        SilenceKind.Capture => "capture lapsed",
        _ => null,
    };

    private bool IsPublishable(string month) => _facts.PublishableMonths.Contains(month);

    private static decimal Rounded(double figure) => Math.Round((decimal)figure, Digits);
}
