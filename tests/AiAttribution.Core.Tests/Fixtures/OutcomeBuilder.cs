using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>How far AI lines got and how long they lasted, with something in every place.</summary>
internal static class OutcomeBuilder
{
    private static readonly DateTimeOffset Until = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<FunnelStage> Funnel { get; } =
    [
        new(FunnelStep.Attributed, 1200, 0, 0),
        new(FunnelStep.Executable, 900, 200, 100),
        new(FunnelStep.Tested, 600, 250, 50),
        new(FunnelStep.Deployed, 400, 190, 10),
        new(FunnelStep.Survived, 300, 0, 100),
    ];

    /// <summary>Two weeks and a release: the first has settled, in the second a part may.</summary>
    public static ReportOutcomes Outcomes()
    {
        OutcomeWindow settled = new("2026-02-09", new OutcomeFigures(3, 3, 2, 0.5, 0.5)) { Tested = new TestedWorth(1.5, 2, 2), Cost = Cost(90_000, 6m, 1) };
        OutcomeWindow open = new("2026-02-16", new OutcomeFigures(9.4, 10, 6.1, 2.9, 0.4)) { Tested = new TestedWorth(6.7, 7.4, 9.4), Cost = Cost(1_500_000, 168m, 3), IsAboveUsual = true };
        return new ReportOutcomes
        {
            Places = ["api on production"],
            LeftOut = ["manual 7 deployed v0.9, which is not in this clone"],
            Weeks = [settled, open],
            Total = new OutcomeWindow("2026-02-09 to 2026-03-01", settled.Figures + open.Figures) { Tested = new TestedWorth(8.2, 9.4, 11.4), Cost = Cost(1_590_000, 174m, 4) },
            Release = open with { Name = "v1.2..v1.3", Figures = new OutcomeFigures(12.4, 13, 8.1, 3.4, 0.9), Cost = Cost(1_590_000, 182m, 4) },
            AsksRelease = true,
        };
    }

    private static OutcomeCost Cost(long tokens, decimal usd, int unrecorded) => new(new TokenCost(new TokenUsage(tokens, 0), usd - 1, 0, 0), new TokenCost(new TokenUsage(100, 0), 1, 0, 0), new TokenCost(new TokenUsage(50, 0), 0, 0, 50), unrecorded);

    public static ReportSurvival Survival()
    {
        ChangeLife old = Life("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, 100, (10, 20), (20, 5));
        ChangeLife gone = Life("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", 5, 8, (40, 8));
        ChangeLife young = Life("cccccccccccccccccccccccccccccccccccccccc", 55, 30, (1, 2));
        ChangeLife other = Life("dddddddddddddddddddddddddddddddddddddddd", 2, 200, (12, 10)) with { IsAi = false };
        return new ReportSurvival(old.Landed, Until, IsCut: true, LineLives.Of([old, gone, young], Until), LineLives.Of([other], Until),
        [
            new ReportChange(young, Deployment.Unknown),
            new ReportChange(gone, new Deployment(DeploymentTrail.Deployed, "v1.1")),
            new ReportChange(old, new Deployment(DeploymentTrail.Deployed, "v1.1 on production") { Shipped = old.Landed.AddDays(3) }),
        ])
        {
            Repeated = 2,
        };
    }

    private static ChangeLife Life(string commit, int day, int lines, params (int Day, int Lines)[] deaths)
    {
        DateTimeOffset landed = Until.AddDays(day - 60);
        return new ChangeLife(commit, true, landed, lines, [.. deaths.Select(d => new LineDeath(landed.AddDays(d.Day), d.Lines))]);
    }
}
