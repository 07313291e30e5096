using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>One rule as the policy file has it, and what it is judged by.</summary>
internal static class RuleScenario
{
    public const string Claude = "Claude <noreply@anthropic.com>";

    public static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>The verdict of a policy with this one rule, given as what stands behind its id.</summary>
    public static RuleVerdict Judge(string rule, PolicyInput input, string more = "") =>
        Assert.Single(RuleJudge.Judge(ReadPolicy($$"""{ "rules": [{ "id": "r", {{rule}} }]{{more}} }"""), input));

    public static AttributionPolicy ReadPolicy(string json)
    {
        PolicyReading reading = PolicyReader.Read(json, "ai-attribution.json");
        Assert.Empty(reading.Problems);
        return reading.Policy!;
    }

    /// <summary>Verdict on one commit whose message ends with these trailers.</summary>
    public static RuleVerdict Commit(string rule, string trailers, string author = "Dev <dev@example.com>", Func<CommitSubject, CommitSubject>? change = null)
    {
        AttributionPolicy policy = ReadPolicy($$"""{ "rules": [{ "id": "r", {{rule}} }] }""");
        int split = author.IndexOf(" <", StringComparison.Ordinal);
        var facts = new CommitFacts("0123456789abcdef0123456789abcdef01234567", author[..split], author[(split + 2)..^1], "Dev", "dev@example.com", $"Change\n\n{trailers}\n");
        IReadOnlyList<EvidenceStatement> evidence = new EvidenceClassifier(policy.Evidence, RevsFile.Empty).Classify(facts);
        CommitSubject commit = new CommitReducer(policy.Evidence, policy.Rules).Reduce(facts, evidence);
        return Assert.Single(RuleJudge.Judge(policy, new PolicyInput { Commits = [change?.Invoke(commit) ?? commit] }));
    }

    public static MemberRecord Member(
        TestTrail test = TestTrail.None,
        DeploymentTrail deployment = DeploymentTrail.Deployed,
        int ai = 8,
        int weak = 0,
        string path = "src/Calc.cs",
        string agent = "claude-code",
        string commit = "aaaaaaaaaaaa")
    {
        var tally = new MemberTally(10, ai, weak, 0);
        var source = new AiSource(weak == ai ? EvidenceGrade.Weak : EvidenceGrade.Declared, agent, null, null, commit, deployment, null);
        return new MemberRecord("Calc.Mul(int, int)", path, 5, 16, new MemberVerdict(tally, tally.IsAiHeavy(new VerdictPolicy()), [source], test, deployment, VerdictTable.Of(test, deployment)));
    }
}
