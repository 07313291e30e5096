using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;

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
