using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A report that has something in every place.</summary>
internal static class ReportBuilder
{
    private static readonly AiSource Declared = new(
        EvidenceGrade.Declared, "claude-code", "claude-opus-4-8", "claude:s-1", "0123456789ab", DeploymentTrail.Unknown, null);

    private static readonly AiSource Weak = new(EvidenceGrade.Weak, "unknown", null, null, "ba9876543210", DeploymentTrail.Unknown, null);

    private static readonly Waiver Waiver = new("trails", "payments", "is replaced", new DateOnly(2027, 1, 31)) { Paths = [Glob.ForPaths("src/**")] };

    private static readonly PolicyRule Monthly = new("monthly", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(null, 500))) { Line = 7, Column = 5 };

    public static ReportModel Create() => new()
    {
        Subject = "Lib",
        RepositoryKey = "host.example/owner/shop",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        CommitTime = new DateTimeOffset(2026, 5, 30, 14, 0, 0, TimeSpan.FromHours(2)),
        Policy = AttributionPolicy.Default with { Since = "v1.0", Waivers = [Waiver], Rules = [Monthly] },
        Rules = Rules(),
        Periods = [new BudgetPeriod(BudgetSpan.Release, "v1.2..HEAD", true, Spent(40_000, 0.5m), 3, 1) { OnCode = Spent(30_000, 0.4m), Surviving = Spent(20_000, 0.3m) }, new BudgetPeriod(BudgetSpan.Month, "2026-05", true, Spent(90_000, 1.5m, 300), 5, 2)],
        Today = new DateOnly(2026, 6, 1),
        PolicyFile = "ai-attribution.json",
        PolicyDigest = new string('b', 64),
        ToolVersion = "0.1.0",
        Artifacts = [new ReportArtifact("Lib.dll", new string('a', 64))],
        Lines = Lines(),
        Members =
        [
            Member("Calc.Add(int, int)", "src/Lib/Calc.cs", 10, Declared, TestTrail.None, DeploymentTrail.None) with { Tokens = Spent(9_000, 0.0512m) },
            Member("Calc.Sub(int, int)", "src/Lib/Calc.cs", 20, Declared, TestTrail.Stale, DeploymentTrail.Deployed),
            Member("Calc.Mul(int, int)", "src/Lib/Calc.cs", 30, Declared, TestTrail.Tested, DeploymentTrail.Deployed),
            Member("Calc.Div(int, int)", "src/Lib/Calc.cs", 40, Weak, TestTrail.Unmeasured, DeploymentTrail.Unknown),
        ],
        Files = [new ReportFile("src/Lib/Calc.cs", 120, 60, 50, 10, FileMeasurement.Measured) { Binding = CoverageBinding.Symbols }, new ReportFile("src/Lib/New.cs", 30, 0, 0, 30, FileMeasurement.Unmeasured)],
        Evidence = new ReportEvidence(
            1200, 34, 2, 5, 1, IsShallow: false,
            new NamedCounts { { "co-author-trailer", 30 }, { "git-ai-note", 5 } },
            Agents(("claude-code", 5), ("codex", 2)))
        {
            AdoptedNotes = 1,
        },
        Tests = new ReportTests(2, 14, 3, ["Generated/Foreign.cs"]),
        Deployments = new ReportDeployments(7, "v1.3 on production", [new ReportEnvironment("api", "production", true, 7, 1, 2, "v1.3")], 3, 2, ["deployment 5 of github ended before it began"]),
        Funnel = OutcomeBuilder.Funnel,
        Survival = OutcomeBuilder.Survival(),
        Outcomes = OutcomeBuilder.Outcomes(),
        Since = new ReleaseSince("v1.2", "9123456789abcdef0123456789abcdef01234567", new DateTimeOffset(2026, 5, 2, 10, 0, 0, TimeSpan.Zero), new HashSet<string> { "0123456789ab", "1123456789ab" }, 1),
        Tokens = new ReportTokens(
            History: Spent(2_000_000, 12.5m, unpriced: 300),
            OnLines: Spent(1_500_000, 9m),
            Subject: Spent(400_000, 2.25m),
            Elsewhere: Spent(7_000, 0.04m),
            [
                new ReportTokenRow(new CostGroupName("claude-code", "claude-opus-4-8", Exactness.Exact), Spent(1_999_700, 12.5m)),
                new ReportTokenRow(null, new TokenCost(new TokenUsage(200, 100), 0, 0.01m, 300)),
            ],
            Commits: 12,
            Sessions: 9,
            SessionsElsewhere: 1,
            AiCommits: 34,
            AiCommitsWithout: 22)
        {
            HidesRows = true,
            Unlinked = [new ReportUnlinked(Exactness.Exact, 2, new TokenUsage(10, 4_990))],
            Sources = [new ReportTokenSource(RecordSource.Note, 7, Spent(1_900_000, 12m)), new ReportTokenSource(RecordSource.Entire, 2, Spent(100_000, 0.5m))],
            LeftOut = [new SourceOverlap(RecordSource.Note, RecordSource.Telemetry, 3)],
        },
        Approvals = new ApprovalTally(1, 2),
        LeftOut = new LeftOutTally(68, [(LeftOut.Small, 5), (LeftOut.Merge, 3)]),
        Notes = [new BuildProblem(BuildProblemKinds.UnreadableTrail, "coverage report left out: this is not XML.", null, "TestResults/a.cobertura.xml", 3, 7)],
    };

    private static RuleVerdict[] Rules() =>
    [
        new(new PolicyRule("trails", new TrailsRequirement()) { Line = 4, Column = 5 }, 2,
        [
            new RuleFinding(FindingKind.Violation, new RulePlace("src/Lib/Calc.cs", 10, 12, null, "Calc.Add(int, int)"), "'Calc.Add(int, int)' has no trail") { Waiver = Waiver },
        ]),
        new(new PolicyRule("disclosed", new TrailerRequirement(["Assisted-by"], false, null)) { Line = 5, Column = 5 }, 34,
        [
            new RuleFinding(FindingKind.Violation, new RulePlace("src/Lib/Calc.cs", 30, 0, "0123456789abcdef0123456789abcdef01234567"), "commit 0123456789ab has no trailer Assisted-by: add 'Assisted-by: AGENT:MODEL' to its message"),
            new RuleFinding(FindingKind.Lenient, RulePlace.Nowhere with { Commit = "ba9876543210ba9876543210ba9876543210ba98" }, "commit ba9876543210 has no trailer Assisted-by: add 'Assisted-by: AGENT:MODEL' to its message"),
        ]),
        new(new PolicyRule("tested", new TestsRequirement(TestsDemand.Tested)) { Severity = RuleSeverity.Warning, Line = 6, Column = 5 }, 4,
        [
            new RuleFinding(FindingKind.Gap, new RulePlace("src/Lib/Calc.cs", 20, 12, null, "Calc.Sub(int, int)"), "'Calc.Sub(int, int)' changed after its tests were measured"),
        ]),
        new(Monthly, 1, []),
        new(new PolicyRule("no-ai-sign-off", new SignOffRequirement()) { Line = 2, Column = 3 }, 34, []),
    ];

    public static MemberRecord Member(string name, string path, int line, AiSource source, TestTrail test, DeploymentTrail deployment)
    {
        int weak = source.Grade == EvidenceGrade.Weak ? 8 : 0;
        Verdict verdict = weak > 0 ? Verdict.None : VerdictTable.Of(test, deployment);
        AiSource placed = source with { Deployment = deployment, FirstDeployment = deployment == DeploymentTrail.Deployed ? "v1.2" : null };
        return new MemberRecord(name, path, line, 12, new MemberVerdict(new MemberTally(9, 8, weak, 1), IsAiHeavy: true, [placed], test, deployment, verdict));
    }

    private static TokenCost Spent(long total, decimal cost, long unpriced = 0) => new(new TokenUsage(total / 10, total / 100, total - total / 10 - total / 100), cost, 0, unpriced);

    /// <summary>Commits of agents that each of so many builders made as many of.</summary>
    private static AgentCounts Agents(params (string Name, int Each)[] agents)
    {
        var counts = new AgentCounts();
        foreach ((string name, int each) in agents)
        {
            for (int builder = 1; builder <= 5; builder++)
                counts.Add(name, each, builder);
        }

        return counts;
    }

    /// <summary>Lines of two agents that five builders each used, and of one that nobody names.</summary>
    private static LineTally Lines()
    {
        LineSource[] sources =
        [
            .. Enumerable.Range(1, 5).Select(n => new LineSource($"{n}0123456789abcdef0123456789abcdef0123456", "a.cs", [new EvidenceStatement(EvidenceKind.GitAiNote, EvidenceGrade.Lines, "codex", "gpt-5", null, "refs/notes/ai")])),
            .. Enumerable.Range(1, 5).Select(n => new LineSource($"{n}1123456789abcdef0123456789abcdef0123456", "a.cs", [new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, "claude-code", null, null, "Co-authored-by")], BeforeBaseline: true)),
            new("2123456789abcdef0123456789abcdef01234567", "a.cs", [new EvidenceStatement(EvidenceKind.Footer, EvidenceGrade.Weak, "unknown", null, null, "footer")]),
        ];
        var tally = new LineTally(commit => commit[0] - '0');
        tally.Add(
            new FileAttribution("a.cs", 1000,
            [
                .. Enumerable.Range(0, 5).Select(n => new LineRun(1 + 40 * n, 40, LineState.Ai, n, 1)),
                .. Enumerable.Range(0, 5).Select(n => new LineRun(201 + 10 * n, 10, LineState.Ai, 5 + n, 1)),
                new LineRun(251, 1, LineState.Ai, 10, 1),
                new LineRun(252, 709, LineState.Other, -1, 0),
                new LineRun(961, 40, LineState.Unknown, -1, 0),
            ]),
            sources,
            unknownInCommit: 30);
        return tally;
    }
}
