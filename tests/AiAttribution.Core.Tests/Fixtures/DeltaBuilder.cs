using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A comparison that has something in every place.</summary>
internal static class DeltaBuilder
{
    public static readonly AiSource Source = new(EvidenceGrade.Declared, "codex", "gpt-5", null, "0123456789ab", DeploymentTrail.None, null);

    public static ReportModel Report() => ReportBuilder.Create() with { Delta = Create() };

    public static ReleaseDelta Create() => ReleaseDelta.Of(Before(), After(), Commits(), Ledger()) with { IsCut = true };

    /// <summary>A member that is AI-heavy, or else holds one AI line only.</summary>
    public static MemberRecord Member(string name, TestTrail test, DeploymentTrail deployment = DeploymentTrail.None, string path = "src/Calc.cs", string text = "t", bool heavy = true)
    {
        MemberRecord member = ReportBuilder.Member(name, path, 10, Source, test, deployment);
        return member with { TextHash = text, Verdict = member.Verdict with { IsAiHeavy = heavy } };
    }

    public static ReleasePoint Point(string name, string commit, params MemberRecord[] members) =>
        new(name, commit, new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(-2)), ReportBuilder.Create() with { Members = members, Commit = commit });

    public static Allocation Allocation(string session, long tokens, decimal? cost = null, string agent = "codex", string model = "gpt-5") => new()
    {
        Id = session,
        Agent = agent,
        Session = session,
        Models = [new ModelUsage(model, new TokenUsage(tokens, 0))],
        Exactness = Exactness.Exact,
        CostComputed = cost,
    };

    public static NotedCommit Noted(string commit, int aiLines, int addedLines, params Allocation[] allocations) =>
        new(commit, default, InHistory: true, aiLines, addedLines, allocations);

    private static ReleasePoint Before() => Point("v1.2", "1111111111111111111111111111111111111111",
        Member("Calc.Same()", TestTrail.Tested),
        Member("Calc.Changed()", TestTrail.Unmeasured),
        Member("Calc.Lost()", TestTrail.Tested),
        Member("Calc.Gained()", TestTrail.None),
        Member("Calc.Less()", TestTrail.None),
        Member("Calc.Gone()", TestTrail.None));

    private static ReleasePoint After() => Point("v1.3", "2222222222222222222222222222222222222222",
        Member("Calc.Same()", TestTrail.Tested),
        Member("Calc.Changed()", TestTrail.Tested, text: "u"),
        Member("Calc.Lost()", TestTrail.None),
        Member("Calc.Gained()", TestTrail.Tested),
        Member("Calc.Less()", TestTrail.None, heavy: false),
        Member("Calc.Untested()", TestTrail.None) with { Origins = [new("cc", 4)] },
        Member("Calc.Shipped()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 6)] });

    private static RangeCommit[] Commits() => [new("cc", true, 1), new("dd", true, 2), new("ee", false, 1)];

    public static TokenLedger Ledger() => TokenLedger.Of(
    [
        Noted("cc", 12, 20, Allocation("s1", 100_000, 2.5m), Allocation("s2", 20_000, 0.5m, "claude-code", "claude-opus-4-8")),
        Noted("before", 1, 1, Allocation("s0", 5)),
        Noted("outside", 0, 0, Allocation("s3", 700)) with { InHistory = false },
    ]);
}
