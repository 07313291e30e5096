using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class WaiverTests
{
    private const string Tested = "\"require\": { \"tests\": \"tested\" }";

    [Theory]
    [InlineData("\"paths\": [\"src/**\"]", RuleOutcome.Passed)]
    [InlineData("\"paths\": [\"lib/**\"]", RuleOutcome.Violated)]
    [InlineData("\"members\": [\"Calc.*\"]", RuleOutcome.Passed)]
    [InlineData("\"members\": [\"Calc.*\"], \"paths\": [\"lib/**\"]", RuleOutcome.Violated)]
    internal void Waiver_covers_what_all_its_patterns_match(string patterns, RuleOutcome outcome) =>
        Assert.Equal(outcome, Judged(patterns, "2026-06-01").Outcome(RuleScenario.Today));

    [Theory]
    [InlineData("2026-06-01", RuleOutcome.Passed)]
    [InlineData("2026-05-31", RuleOutcome.Violated)]
    internal void Waiver_holds_on_its_last_day_and_no_longer(string expires, RuleOutcome outcome) =>
        Assert.Equal(outcome, Judged("\"paths\": [\"src/**\"]", expires).Outcome(RuleScenario.Today));

    [Theory]
    [InlineData("payments", null)]
    [InlineData("@acme/payments", null)]
    [InlineData("kim@example.com", 11)]
    [InlineData("@kim", 11)]
    [InlineData("Kim <kim@example.com>", 11)]
    public void Owner_is_a_team_and_no_person(string owner, int? column)
    {
        PolicyReading reading = Read($"\"rule\": \"r\", \"paths\": [\"a\"], \"reason\": \"x\", \"expires\": \"2026-06-01\",\n \"owner\": \"{owner}\"");

        Assert.Equal(column, reading.Problems.SingleOrDefault()?.Column);
    }

    [Theory]
    [InlineData("\"rule\": \"r\", \"owner\": \"a\", \"reason\": \"x\", \"expires\": \"2026-06-01\"", "A waiver needs rule, owner, reason, expires, and at least one of paths, members, commits.")]
    [InlineData("\"rule\": \"r\", \"paths\": [\"a\"], \"owner\": \"a\", \"reason\": \"x\", \"expires\": \"June\"", "expires of a waiver must be its last day, such as \"2027-01-31\".")]
    [InlineData("\"rule\": \"rr\", \"paths\": [\"a\"], \"owner\": \"a\", \"reason\": \"x\", \"expires\": \"2026-06-01\"", "There is no rule 'rr'. Did you mean 'r'?")]
    public void Waiver_that_says_too_little_is_a_problem(string waiver, string message) =>
        Assert.Equal(message, Assert.Single(Read(waiver).Problems).Message);

    [Fact]
    public void Waiver_and_path_that_match_nothing_are_told()
    {
        AttributionPolicy policy = Read("\"rule\": \"r\", \"paths\": [\"gone/**\"], \"owner\": \"a\", \"reason\": \"x\", \"expires\": \"2026-06-01\"", "\"scope\": { \"paths\": [\"scr/**\", \"src/**\"] }, ").Policy!;

        IReadOnlyList<PolicyProblem> problems = PolicyLeftovers.Find(policy, RuleJudge.Judge(policy, new PolicyInput { Members = [RuleScenario.Member()] }), ["src/Calc.cs"], "p.json");

        Assert.Equal(
            ["p.json(1,13): 'scr/**' in the rule 'r' matches no file. Mend the pattern, or take it out.", "p.json(2,14): This waiver of 'r' covers nothing. Mend its patterns, or take it out."],
            problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Suppression_of_the_compiler_s_code_is_told_which_code_a_waiver_names()
    {
        AttributionPolicy policy = Read("\"rule\": \"r\", \"paths\": [\"src/**\"], \"owner\": \"a\", \"reason\": \"x\", \"expires\": \"2026-06-01\"").Policy!;
        policy = policy with { Waivers = [new Waiver("AIA1001", "core", "old", new DateOnly(2026, 6, 1)) { File = "src/Calc.cs", Line = 5 }] };

        IReadOnlyList<PolicyProblem> problems = PolicyLeftovers.Find(policy, RuleJudge.Judge(policy, new PolicyInput { Members = [RuleScenario.Member()] }), ["src/Calc.cs"], "p.json");

        Assert.Equal("src/Calc.cs(5): This suppresses AIA1001 of the compiler and waives no rule of the policy. A waiver names the code of a rule: AIA2007 ('r').", Assert.Single(problems).ToString());
    }

    private static RuleVerdict Judged(string patterns, string expires) => RuleScenario.Judge(
        Tested,
        new PolicyInput { Members = [RuleScenario.Member()] },
        $", \"waivers\": [{{ \"rule\": \"r\", {patterns}, \"owner\": \"payments\", \"reason\": \"moves out\", \"expires\": \"{expires}\" }}]");

    private static PolicyReading Read(string waiver, string rule = "") =>
        PolicyReader.Read($"{{ \"rules\": [{{ {rule}\"id\": \"r\", {Tested} }}],\n \"waivers\": [{{ {waiver} }}] }}", "ai-attribution.json");
}
