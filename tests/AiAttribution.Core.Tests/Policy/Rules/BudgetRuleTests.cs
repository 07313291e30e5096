using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class BudgetRuleTests
{
    private const string CoAuthor = "Co-authored-by: " + RuleScenario.Claude;
    private const string PerCommit = """ "require": { "budget": { "per": "commit", "tokens": 1000, "usd": 0.5 } } """;
    private const string PerMonth = """ "require": { "budget": { "per": "month", "usd": 500 } } """;
    private const string PerNd = """ "require": { "budget": { "per": "month", "costPerNd": 20 } } """;
    private const string Burned = """ "require": { "tokensWithoutCode": { "atMost": 0.5, "tokens": 1000 } } """;

    [Theory]
    [InlineData(1000, "0.50", null)]
    [InlineData(1001, "0.50", "commit 0123456789ab used 1,001 tokens and $0.5000, and the policy allows 1,000 tokens and $0.5000 for a commit: ")]
    [InlineData(1000, "0.51", "commit 0123456789ab used 1,000 tokens and $0.5100, and the policy allows 1,000 tokens and $0.5000 for a commit: ")]
    public void Commit_is_held_against_tokens_and_cost(long tokens, string usd, string? message)
    {
        RuleFinding? finding = Commit(Tokens(tokens, decimal.Parse(usd))).Findings.SingleOrDefault();

        Assert.Equal(message is null ? null : FindingKind.Violation, finding?.Kind);
        Assert.StartsWith(message ?? "", finding?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_without_record_is_unknown_and_no_zero() =>
        Assert.Equal((FindingKind.Gap, "AIA2012"), Of(Commit(null)));

    [Fact]
    public void Agent_that_counts_no_tokens_leaves_the_cost_of_a_commit_open() =>
        Assert.Equal((FindingKind.Gap, "AIA2012"), Of(Commit(Tokens(0, 0, Exactness.CreditsOnly))));

    [Fact]
    public void Model_without_price_leaves_the_cost_open_but_not_the_tokens()
    {
        Assert.Equal((FindingKind.Gap, "AIA2012"), Of(Commit(Tokens(900, null))));
        Assert.Equal((FindingKind.Violation, "AIA2013"), Of(Commit(Tokens(1001, null))));
    }

    [Theory]
    [InlineData(501, 0, FindingKind.Violation, "the AI work of 2026-06 used $501.00, and the policy allows $500.00: ")]
    [InlineData(501, 3, FindingKind.Violation, "the AI work of 2026-06 used at least $501.00, and the policy allows $500.00: ")]
    [InlineData(100, 3, FindingKind.Gap, "the AI work of 2026-06 used at least $100.00 of $500.00, and 3 AI commits have no full session record: ")]
    [InlineData(100, 1, FindingKind.Gap, "the AI work of 2026-06 used at least $100.00 of $500.00, and 1 AI commit has no full session record: ")]
    internal void Month_counts_what_is_recorded_and_says_what_is_not(int usd, int unrecorded, FindingKind kind, string message)
    {
        RuleFinding finding = Assert.Single(Period(PerMonth, Month(usd, unrecorded)).Findings);

        Assert.Equal(kind, finding.Kind);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("21", null, 0, FindingKind.Violation, "the AI work of 2026-06 cost at least $21.00 per normalised deployment, and the policy allows $20.00: ")]
    [InlineData("19", "30", 2, FindingKind.Gap, "the AI work of 2026-06 cost at least $19.00 per normalised deployment, and the policy allows $20.00; 2 AI commits have no full session record: ")]
    [InlineData(null, null, 0, FindingKind.Gap, "what the AI work of 2026-06 cost per normalised deployment is not known: nothing was deployed")]
    internal void Cost_of_lasting_change_is_held_against_what_is_sure(string? least, string? most, int unrecorded, FindingKind kind, string message)
    {
        RuleVerdict verdict = Period(PerNd, Month(100, unrecorded) with { PerNd = new NdCost(Usd(least), Usd(most), "nothing was deployed") });

        RuleFinding finding = Assert.Single(verdict.Findings);
        Assert.Equal((kind, RuleSeverity.Warning), (finding.Kind, verdict.Rule.Severity));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.False(verdict.Fails(RuleScenario.Today));
    }

    [Theory]
    [InlineData("19", "20")]
    [InlineData("19", "30")]
    [InlineData("19", null)]
    public void Change_that_may_still_settle_is_no_finding(string least, string? most) =>
        Assert.Empty(Period(PerNd, Month(100, 0) with { PerNd = new NdCost(Usd(least), Usd(most), null) }).Findings);

    [Fact]
    public void Build_does_not_look_at_what_came_of_it_and_says_so()
    {
        RuleVerdict verdict = Period(PerNd, Month(100, 0));

        Assert.Equal((0, "a build does not look at what reached production; ai-attribution check does"), (verdict.Judged, verdict.Nothing));
    }

    [Theory]
    [InlineData("\"severity\": \"error\", \"require\": { \"budget\": { \"per\": \"month\", \"costPerNd\": 20 } }", "costPerNd only warns, because lasting change settles weeks later; give 'r' the severity warning or info.")]
    [InlineData("\"require\": { \"budget\": { \"per\": \"commit\", \"costPerNd\": 20 } }", "require.budget with costPerNd needs per, which is \"release\" or \"month\", and no other limit; make a rule of its own for tokens and usd.")]
    [InlineData("\"require\": { \"budget\": { \"per\": \"month\", \"usd\": 5, \"costPerNd\": 20 } }", "require.budget with costPerNd needs per, which is \"release\" or \"month\", and no other limit; make a rule of its own for tokens and usd.")]
    public void Cost_of_lasting_change_warns_and_stands_by_itself(string rule, string message) =>
        Assert.Equal(message, Assert.Single(PolicyReader.Read($$"""{ "rules": [{ "id": "r", {{rule}} }] }""", "ai-attribution.json").Problems).Message);

    [Fact]
    public void Month_within_its_budget_passes() => Assert.Empty(Period(PerMonth, Month(500, 0)).Findings);

    [Fact]
    public void Month_that_is_over_is_not_judged_again() => Assert.Empty(Period(PerMonth, Month(900, 0) with { IsCurrent = false }).Findings);

    [Theory]
    [InlineData(1000, 500, 0, null)]
    [InlineData(1000, 499, 0, FindingKind.Violation)]
    [InlineData(999, 0, 0, null)]
    [InlineData(1000, 500, 2, FindingKind.Gap)]
    internal void Share_of_tokens_without_code_is_judged_from_a_size_on(long all, long surviving, int unrecorded, FindingKind? kind)
    {
        var release = new BudgetPeriod(BudgetSpan.Release, "v1..HEAD", true, Spent(all, 1), 5, unrecorded) { OnCode = Spent(all, 1), Surviving = Spent(surviving, 1) };

        Assert.Equal(kind, Period(Burned, release).Findings.SingleOrDefault()?.Kind);
    }

    [Fact]
    public void Budgets_tell_how_far_they_are_spent()
    {
        AttributionPolicy policy = RuleScenario.ReadPolicy($$"""{ "rules": [{ "id": "monthly", {{PerMonth}} }, { "id": "each", {{PerCommit}} }] }""");

        BudgetState state = Assert.Single(BudgetState.Of(policy, [Month(125, 2), new BudgetPeriod(BudgetSpan.Release, "v1..HEAD", true, default, 0, 0)]));

        Assert.Equal(("monthly", "2026-06", 0.25, null, false, false), (state.Rule, state.Period.Name, state.CostShare, state.TokenShare, state.IsExceeded, state.IsComplete));
    }

    [Theory]
    [InlineData("""{ "per": "month" }""", "require.budget needs per, and tokens or usd or both, such as { \"per\": \"month\", \"usd\": 500 }.")]
    [InlineData("""{ "per": "week", "usd": 1 }""", "require.budget.per must be one of commit, release, month.")]
    [InlineData("""{ "per": "month", "usd": 0 }""", "require.budget.usd must be an amount in USD above 0, such as 500 or 12.50.")]
    [InlineData("""{ "per": "month", "tokens": 1.5 }""", "require.budget.tokens must be a whole number from 1 to 1000000000000000, without dots or commas.")]
    public void Budget_that_cannot_be_meant_is_a_problem(string budget, string message) =>
        Assert.Equal(message, Assert.Single(PolicyReader.Read($$"""{ "rules": [{ "id": "a", "require": { "budget": {{budget}} } }] }""", "p").Problems).Message);

    [Theory]
    [InlineData("\"scope\": { \"paths\": [\"src/**\"] },", "'paths' is for rules about commits or members or files, and 'a' is about releases or months. Take it out.")]
    [InlineData("\"newOnly\": \"v1\",", "'newOnly' is for rules about commits or members or files, and 'a' is about releases or months. Take it out.")]
    public void Budget_of_a_month_has_no_place_and_no_past(string key, string message) =>
        Assert.Equal(message, Assert.Single(PolicyReader.Read($$"""{ "rules": [{ "id": "a", {{key}} "require": { "budget": { "per": "month", "usd": 1 } } }] }""", "p").Problems).Message);

    private static (FindingKind, string) Of(RuleVerdict verdict) => (Assert.Single(verdict.Findings).Kind, RuleCodes.Of(verdict.Rule, verdict.Findings[0]));

    private static RuleVerdict Commit(CommitTokens? tokens) => RuleScenario.Commit(PerCommit, CoAuthor, change: c => c with { Tokens = tokens });

    private static RuleVerdict Period(string rule, BudgetPeriod period) => RuleScenario.Judge(rule, new PolicyInput { Periods = [period] });

    private static BudgetPeriod Month(int usd, int unrecorded) => new(BudgetSpan.Month, "2026-06", true, Spent(1_000_000, usd), 7, unrecorded);

    private static CommitTokens Tokens(long tokens, decimal? usd, Exactness exactness = Exactness.Exact) => new(
        "c", 1, 1, [new Allocation { Id = "a", Agent = "codex", Session = "s", Models = [new ModelUsage("m", new TokenUsage(tokens, 0))], CostComputed = usd, Exactness = exactness }]);

    private static TokenCost Spent(long tokens, decimal usd) => new(new TokenUsage(tokens, 0), usd, 0, 0);

    private static decimal? Usd(string? amount) => amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
}
