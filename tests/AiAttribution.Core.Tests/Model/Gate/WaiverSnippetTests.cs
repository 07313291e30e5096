using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Testing.Json;

namespace AiAttribution.Core.Tests.Model.Gate;

public class WaiverSnippetTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution.schema.json");
    private static readonly PolicyRule Tested = new("tested", new TestsRequirement(TestsDemand.Tested));
    private static readonly RulePlace Member = new("src/Calc.cs", 10, 5, null, "Calc.All(int[], T?)");

    [Fact]
    public void Snippet_for_a_member_names_rule_file_and_member() => Assert.Equal(
        """
        "waivers": [
          {
            "rule": "tested",
            "paths": [
              "src/Calc.cs"
            ],
            "members": [
              "Calc.All(int[], T[?])"
            ],
            "owner": "TEAM",
            "reason": "WHY",
            "expires": "2000-01-01"
          }
        ]
        """.ReplaceLineEndings("\n"),
        Of(Member));

    [Theory]
    [MemberData(nameof(Places))]
    internal void Snippet_is_valid_by_the_schema_and_by_the_reader(RulePlace place)
    {
        Assert.Empty(Schema.Errors($"{{ {Of(place)} }}"));
        Assert.Single(Read(Of(place)).Waivers);
    }

    [Theory]
    [MemberData(nameof(Places))]
    internal void Waiver_of_the_snippet_covers_the_finding_once_its_day_is_chosen(RulePlace place)
    {
        Waiver waiver = Assert.Single(Read(Of(place).Replace("2000-01-01", "2030-01-01", StringComparison.Ordinal)).Waivers);

        Assert.True(waiver.Covers(Tested, new RuleFinding(FindingKind.Violation, place, "m")));
        Assert.False(waiver.Covers(Tested, new RuleFinding(FindingKind.Violation, new RulePlace("other/" + place.Path, 1, 1, "fedcba9876", place.Member), "m")));
    }

    [Fact]
    public void Waiver_of_the_snippet_as_it_is_covers_nothing_any_more() =>
        Assert.True(Assert.Single(Read(Of(Member)).Waivers).IsExpired(new DateOnly(2026, 1, 1)));

    [Fact]
    public void Members_of_one_file_share_a_waiver_and_commits_another()
    {
        string snippet = Of(Member, Member with { Member = "Calc.Sub()" }, new RulePlace("a.cs", 1, 0, Commit), RulePlace.Nowhere with { Commit = "ba98" });

        Waiver[] waivers = [.. Read(snippet).Waivers];

        Assert.Equal([$"{Commit}, ba98", "src/Calc.cs, Calc.All(int[], T[?]), Calc.Sub()"], waivers.Select(w => w.Covered));
    }

    [Fact]
    public void What_a_budget_found_cannot_be_waived() =>
        Assert.Null(WaiverSnippet.Of(Rule(new PolicyRule("monthly", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(1, null))), RulePlace.Nowhere)));

    public static IEnumerable<object[]> Places => new TheoryData<RulePlace> { Member, new RulePlace("Program.cs", 1), new RulePlace("src/[old]/a*b.cs", 1), new RulePlace("a\u202Eb.cs", 1, 1, null, "Hostile</code>\"\\.M\u0007()"), new RulePlace("a.cs", 3, 0, Commit) };

    private static string Of(params RulePlace[] places) => WaiverSnippet.Of(Rule(Tested, places))!;

    private static GateRule Rule(PolicyRule rule, params RulePlace[] places) =>
        new(new RuleVerdict(rule, places.Length, [.. places.Select(p => new RuleFinding(FindingKind.Violation, p, "m"))]), new DateOnly(2026, 6, 1));

    private static AttributionPolicy Read(string snippet)
    {
        PolicyReading reading = PolicyReader.Read($$"""{ "rules": [ { "id": "tested", "require": { "tests": "tested" } } ], {{snippet}} }""", "ai-attribution.json");
        Assert.Empty(reading.Problems);
        return reading.Policy!;
    }
}
