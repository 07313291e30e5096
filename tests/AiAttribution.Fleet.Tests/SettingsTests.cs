using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>What <c>fleet.json</c> may say that does not fit what is there.</summary>
public sealed class SettingsTests
{
    private static readonly Envelope Shop = Make(repository: "host.example/acme/shop", rows: [LineRow("ai", 10), WeekRow("2026-10-05", 1, 2)]);

    [Fact]
    public void Repository_that_two_groups_name_counts_in_the_first_and_is_told()
    {
        using var lake = new TestLake("""{ "groups": [{ "name": "b", "repositories": ["host.example/*"] }, { "name": "a", "repositories": ["host.example/acme/*"] }] }""");
        lake.Send(Shop);

        Assert.Contains("missing in several groups: 1\n        → it counts in the first of them; narrow their patterns in fleet.json\n          host.example/acme/shop (a, b)\n", lake.Do("doctor").Out, StringComparison.Ordinal);
        Assert.Contains("1 repository.", Page(lake, "group-a-"), StringComparison.Ordinal);
        Assert.Contains("0 repositories.", Page(lake, "group-b-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_whose_patterns_match_nothing_is_told_and_has_a_page()
    {
        using var lake = new TestLake("""{ "groups": [{ "name": "pay", "repositories": ["host.exmaple/acme/pay-*"], "budget": 10 }] }""");
        lake.Send(Shop);

        Assert.Contains("missing groups without a repository: 1\n", lake.Do("doctor").Out, StringComparison.Ordinal);
        Assert.Contains("Not known: no session is recorded for any commit.", Page(lake, "group-pay-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_without_recorded_spending_is_not_told_as_kept()
    {
        using var lake = new TestLake("""{ "groups": [{ "name": "shop", "repositories": ["host.example/acme/*"], "budget": 10 }] }""");
        lake.Send(Shop, Make(repository: "host.example/acme/shop", time: "2026-10-07T12:00:00Z", rows: [CostRow("2026-10", null, 0, "not recorded", "absent", 4)]));

        string page = Page(lake, "group-shop-");

        Assert.Contains("October 2026, so far: not known; for each normalised deployment not known.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0 %", page[page.IndexOf("<section id=\"cost\"", StringComparison.Ordinal)..page.IndexOf("<section id=\"quality\"", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_it_steer_neither_page_nor_terminal()
    {
        using var lake = new TestLake("""{ "name": "\u001b[31mAcme\u202e", "groups": [{ "name": "<i>\u001b[0m", "repositories": ["nothing"] }], "expected": ["host.example/\u001b[2J"] }""");
        lake.Send(Shop);

        string pages = string.Concat(lake.Pages().Values);
        string told = lake.Do("doctor").Out + pages;

        Assert.DoesNotContain('\u001b', told);
        Assert.DoesNotContain('\u202e', told);
        Assert.DoesNotContain("<i>", pages, StringComparison.Ordinal);
    }

    private static string Page(TestLake lake, string beginning) => System.Net.WebUtility.HtmlDecode(lake.Pages().Single(p => p.Key.StartsWith(beginning, StringComparison.Ordinal)).Value);
}
