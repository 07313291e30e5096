using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Engine.Repository;

/// <summary>What sessions recorded for the commits of a history, by month, agent and model. Who must not be told apart is put together.</summary>
internal sealed class MonthlyCosts(CollectedHistory history, AttributionPolicy policy, IReadOnlyCollection<string> publishableMonths)
{
    /// <summary>Stands for commits of AI work without a full record.</summary>
    private const string NotRecorded = "not recorded";

    /// <summary>The rows, each key once.</summary>
    public IReadOnlyList<MonthCost> Read() =>
    [
        .. history.Tokens.Commits.GroupBy(c => CellTimes.Month(history.Repository.CommitTime(c.Commit))).OrderBy(m => m.Key, StringComparer.Ordinal).SelectMany(m => OfMonth(m.Key, [.. m])),
        .. new BudgetPeriods(history, policy).Of(null).Where(p => p.Span == BudgetSpan.Month && p.Unrecorded > 0).OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new MonthCost(p.Name, NotRecorded, null, Exactness.Absent, p.Unrecorded, default, publishableMonths.Contains(p.Name))),
        .. history.Tokens.Unlinked.GroupBy(u => u.Exactness).OrderBy(g => g.Key).Select(Unlinked),
    ];

    private IEnumerable<MonthCost> OfMonth(string month, CommitTokens[] commits)
    {
        var groups = new SortedDictionary<CostGroupName, Group>();
        foreach (CommitTokens commit in commits)
        {
            foreach (IGrouping<CostGroupName, Allocation> group in commit.Allocations.GroupBy(CostGroupName.Of))
            {
                if (!groups.TryGetValue(group.Key, out Group? known))
                    groups.Add(group.Key, known = new Group());
                known.Add(TokenCost.Of(group), history.BuilderOf(commit.Commit));
            }
        }

        var (shown, hidden) = PrivacyThreshold.Split([.. groups], g => g.Value.Builders);
        string rest = shown.Count > 0 ? CostGroupName.Others : ReportEnvelope.AllAgents;
        return
        [
            .. shown.Select(g => Row(month, g.Key.Agent, g.Key.Model, g.Key.Exactness, g.Value)),
            .. hidden.GroupBy(g => g.Key.Exactness).OrderBy(g => g.Key).Select(g => Row(month, rest, null, g.Key, Group.Of(g.Select(h => h.Value)))),
        ];
    }

    private static MonthCost Row(string month, string agent, string? model, Exactness exactness, Group group) =>
        new(month, agent, model, exactness, group.Commits, group.Spent, group.Builders.IsSafe);

    private static MonthCost Unlinked(IGrouping<Exactness, UnlinkedSession> sessions)
    {
        TokenUsage usage = sessions.Aggregate(default(TokenUsage), (sum, s) => sum + s.Usage);
        return new MonthCost(null, ReportEnvelope.AllAgents, null, sessions.Key, 0, new TokenCost(usage, 0, 0, usage.Total), false);
    }

    /// <summary>What one agent and model used.</summary>
    private sealed class Group
    {
        public int Commits { get; private set; }

        public TokenCost Spent { get; private set; }

        public BuilderShares Builders { get; private set; } = new();

        public static Group Of(IEnumerable<Group> groups)
        {
            var all = new Group();
            foreach (Group group in groups)
            {
                all.Commits += group.Commits;
                all.Spent += group.Spent;
                all.Builders.Add(group.Builders);
            }

            return all;
        }

        public void Add(TokenCost spent, int? builder)
        {
            Commits++;
            Spent += spent;
            Builders.Add(builder, spent.Usage.Total);
        }
    }
}
