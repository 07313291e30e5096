using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Engine.Inputs;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Project;

/// <summary>Normalised deployments of a history, with what was tested of them and what they cost. They take a walk of their own the first time, so a build does without.</summary>
internal sealed class OutcomeSummary
{
    /// <summary>So many weeks are told when nobody says.</summary>
    public const int UsualWeeks = 26;

    /// <summary>Ten years: more weeks are not looked at.</summary>
    public const int MostWeeks = 520;

    private const string Cut = "history is cut off in this shallow clone, and what was there before decides what is new: git fetch --unshallow";

    private readonly CollectedHistory _history;
    private readonly OutcomeHistory? _outcomes;
    private readonly OutcomeSpending? _spending;
    private readonly Func<ulong, TextTest>? _tests;

    private OutcomeSummary(CollectedHistory history, OutcomeHistory? outcomes, string? notKnown)
    {
        _history = history;
        _outcomes = outcomes;
        NotKnown = notKnown;
        if (outcomes is null)
            return;
        _spending = Spending(history, outcomes.Landed);
        _tests = TestedTexts.Of(history);
    }

    /// <summary>Why nothing is known, and what can be done about it; null where it is known.</summary>
    public string? NotKnown { get; }

    /// <summary>Reads the weeks up to the newest thing that is known.</summary>
    /// <param name="history">The history.</param>
    /// <param name="policy">Which paths belong to which service.</param>
    /// <param name="first">The first week, given the last day that is known; it is at most the week of that day.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static OutcomeSummary Read(CollectedHistory history, AttributionPolicy policy, Func<int, int> first, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        if (history.Repository.IsShallow)
            return new OutcomeSummary(history, null, Cut);
        try
        {
            string commit = history.Commit;
            var scanner = new OutcomeScanner(history.Repository, history.Options, policy, history.Deployments);
            OutcomeHistory? outcomes = scanner.Now(commit) is { } now
                ? scanner.Read(commit, Math.Clamp(OutcomeDay.Week(now) - first(now) + 1, 1, MostWeeks), progress, cancel)
                : null;
            return new OutcomeSummary(history, outcomes, outcomes is null ? OutcomeWords.NothingDeployed : null);
        }
        catch (RepositoryException e)
        {
            return new OutcomeSummary(history, null, $"{e.Message}. {e.Remedy}");
        }
    }

    /// <summary>What a report tells: the usual weeks, and the release that it is about.</summary>
    /// <param name="history">The history.</param>
    /// <param name="policy">Which paths belong to which service.</param>
    /// <param name="range">The range that the report is about; null for none.</param>
    /// <param name="since">The release before; null where there is none. One from before the usual weeks is not looked for: nobody asked.</param>
    public static ReportOutcomes Of(CollectedHistory history, AttributionPolicy policy, CommitRange? range, ReleaseSince? since)
    {
        int? day = range is null ? null : OutcomeDay.Of(history.Repository.CommitTime(range.Start));
        OutcomeSummary summary = Read(history, policy, now => Math.Min(OutcomeDay.Week(now) - UsualWeeks + 1, OutcomeDay.Week(day ?? now)));
        ReportOutcomes report = summary.Report(UsualWeeks);
        if (range is not null)
            return report.With(summary.Release(range.Text, range.Start));
        return since is not null && summary.Release(since.Range, since.Commit) is { } release ? report.With(release) : report;
    }

    /// <summary>What is told of the newest weeks.</summary>
    /// <param name="most">So many at most; null for all.</param>
    public ReportOutcomes Report(int? most = null)
    {
        var report = new ReportOutcomes
        {
            NotKnown = NotKnown,
            Places = [.. _history.Deployments.Timelines.Select(t => t.Service.Length == 0 ? t.Environment : $"{t.Service} on {t.Environment}")],
            LeftOut = [.. _history.Deployments.Missing.Select(m => $"{m.Source} {m.SourceId} deployed {m.Commit ?? m.Ref ?? "a commit"}, which is not in this clone")],
        };
        if (_outcomes is null)
            return report;
        OutcomeWeek[] weeks = [.. _outcomes.Weeks.TakeLast(most ?? MostWeeks)];
        return report with
        {
            Weeks = [.. weeks.Select(w => Days(OutcomeDay.Monday(w.Week), OutcomeDay.StartOf(w.Week), OutcomeDay.StartOf(w.Week + 1) - 1) with { IsAboveUsual = w.IsAboveUsual })],
            Total = Days($"{OutcomeDay.Monday(weeks[0].Week)} to {OutcomeDay.Date(_outcomes.Now)}", OutcomeDay.StartOf(weeks[0].Week), OutcomeDay.StartOf(weeks[^1].Week + 1) - 1),
        };
    }

    /// <summary>What landed after the day of a commit; null when it is not known.</summary>
    /// <param name="name">Name of the window.</param>
    /// <param name="before">Full id of the commit.</param>
    public OutcomeWindow? Release(string name, string before)
    {
        if (_outcomes is null)
            return null;
        int from = 1 + (_outcomes.Landed.TryGetValue(before, out int landed) ? landed : OutcomeDay.Of(_history.Repository.CommitTime(before)));
        int to = _outcomes.Landed.GetValueOrDefault(_history.Scan.Attribution.Commit, _outcomes.Now);
        return from > to || OutcomeDay.Week(from) < _outcomes.Weeks[0].Week ? null : Days(name, from, to);
    }

    /// <summary>What landed on some days; null when it is not known.</summary>
    /// <param name="name">Name of the window.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public OutcomeWindow? Window(string name, int from, int to) => _outcomes is null || OutcomeDay.Week(from) < _outcomes.Weeks[0].Week ? null : Days(name, from, to);

    private OutcomeWindow Days(string name, int from, int to) => new(name, OutcomeFigures.Of(_outcomes!.Weeks, from, to))
    {
        Tested = _tests is null ? null : TestedWorth.Of(_outcomes.Weeks, from, to, _tests),
        Cost = _spending?.Of(from, to),
    };

    /// <summary>What sessions recorded; null where none did.</summary>
    private static OutcomeSpending? Spending(CollectedHistory history, IReadOnlyDictionary<string, int> landed)
    {
        TokenLedger ledger = history.Tokens;
        if (ledger.IsEmpty)
            return null;
        HashSet<string> complete = [.. ledger.Commits.Where(c => c.IsComplete).Select(c => c.Commit)];
        return new OutcomeSpending(
            [.. ledger.Commits.Where(c => landed.ContainsKey(c.Commit)).Select(c => (landed[c.Commit], c.Total))],
            [
                .. ledger.Unlinked.Select(u => (Day(u.Time), u.Spending)),
                .. ledger.Elsewhere.Select(a => (Day(a.To), TokenCost.Of([a]))),
            ],
            [.. AiCommits.Of(history).Where(c => landed.ContainsKey(c) && !complete.Contains(c)).Select(c => landed[c])]);
    }

    private static int? Day(DateTimeOffset? time) => time is { } known ? OutcomeDay.Of(known) : null;
}
