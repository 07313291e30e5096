using System.Text.RegularExpressions;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>What the pages say.</summary>
public sealed partial class PageTests : IDisposable
{
    private const string Settings = """
        { "name": "Acme", "expected": ["host.example/acme/never"], "groups": [
          { "name": "payments", "repositories": ["host.example/acme/pay-*"], "budget": 10, "budgets": [{ "month": "2026-09", "amount": 5 }] },
          { "name": "shop", "repositories": ["host.example/acme/shop"] } ] }
        """;

    private readonly TestLake _lake = new(Settings);

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Front_page_adds_repositories_up_with_both_bounds()
    {
        _lake.Send(
            Of("shop", LineRow("ai", 30), LineRow("other", 60), LineRow("unknown", 10), WeekRow("2026-10-05", 1, 2.5m, 0.5m), WeekRow("2026-09-21", 3, 3, 1)),
            Of("pay-in", LineRow("ai", 10), LineRow("other", 90), WeekRow("2026-10-05", 2, 2, 1), CostRow("2026-10", 7.5m), CostRow("2026-09", 6m)));

        string front = _lake.Pages()["index.html"];

        Assert.Contains("3.0 to 4.5 normalised deployments in October 2026, so far; AI 1.5; tested not known. A month of the half year before had 3.0.", Text(front), StringComparison.Ordinal);
        Assert.Contains("October 2026, so far: $7.50; for each normalised deployment $1.67 to $2.50.", Text(front), StringComparison.Ordinal);
        Assert.Contains("AI lines40 of 200, 20.0 %", Text(front), StringComparison.Ordinal);
        Assert.Contains("2 of 3 reported", Text(front), StringComparison.Ordinal);
    }

    [Fact]
    public void Tested_part_has_bounds_where_some_of_it_was_measured()
    {
        EnvelopeRow Week(decimal low, decimal? testedLow, decimal? testedHigh) => EnvelopeRow.Of(EnvelopeTables.Outcome, "2026-10-05", low, low, 0m, low, 0m, testedLow, testedHigh, false, true);
        _lake.Send(Of("shop", Week(4, 1.5m, 2)), Of("pay-in", Week(3, null, null)));

        SortedDictionary<string, string> pages = _lake.Pages();

        Assert.Contains("7.0 normalised deployments in October 2026, so far; AI 0.0; tested 1.5 to 5.0.", Text(pages["index.html"]), StringComparison.Ordinal);
        Assert.Contains("AI 0.0; tested not known.", Text(pages.Single(p => p.Key.StartsWith("group-payments", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
    }

    [Fact]
    public void All_answers_stand_before_what_is_behind_them()
    {
        _lake.Send(Of("shop", LineRow("ai", 30), WeekRow("2026-10-05", 1, 2.5m)));

        foreach (string page in _lake.Pages().Values)
        {
            string first = Text(page[..page.IndexOf("</nav>", StringComparison.Ordinal)]);
            Assert.Contains("What did the AI work cost? ", first, StringComparison.Ordinal);
            Assert.Contains("Of how much is nothing known? ", first, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Newest_word_on_a_week_counts_and_no_other_branch_pull_request_or_project()
    {
        _lake.Send(
            Of("shop", "2026-10-06", LineRow("ai", 30), WeekRow("2026-10-05", 0, 4)),
            Of("shop", "2026-10-20", LineRow("ai", 50), WeekRow("2026-10-05", 3, 3)),
            Make(repository: "host.example/acme/shop", time: "2026-10-21T12:00:00Z", build: "8/pull", branch: "other", rows: [LineRow("ai", 7777), WeekRow("2026-10-05", 77, 77)]),
            Make(repository: "host.example/acme/shop", time: "2026-10-21T12:00:00Z", build: "9/release", branch: "release", rows: [LineRow("ai", 7777), WeekRow("2026-10-05", 77, 77)]),
            Make(repository: "host.example/acme/shop", time: "2026-10-22T12:00:00Z", project: "Shop", rows: [LineRow("ai", 8888)]));

        string front = Text(_lake.Pages()["index.html"]);

        Assert.Contains("3.0 normalised deployments in October 2026", front, StringComparison.Ordinal);
        Assert.Contains("AI lines50 of 50", front, StringComparison.Ordinal);
        Assert.DoesNotContain("7777", front, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_did_not_know_is_told_by_the_job_of_the_same_commit_that_did()
    {
        _lake.Send(
            Make(repository: "host.example/acme/shop", build: "1/test", coverage: true, rows: [LineRow("ai", 30)]),
            Make(repository: "host.example/acme/shop", build: "1/lint", attempt: 3, rows: [LineRow("ai", 30)]));

        Assert.Contains("coverage of 1 of 2", Text(_lake.Pages()["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_is_held_against_its_budget_and_its_own_past()
    {
        _lake.Send(Of("pay-in", WeekRow("2026-10-05", 2, 2, 1), WeekRow("2026-09-07", 4, 4, 1), CostRow("2026-10", 7.5m), CostRow("2026-09", 6m), CostRow("2026-09", null, 0, "not recorded", "absent", 3)));

        string group = Text(Page("group-payments"));

        Assert.Contains("2026-10$7.50$3.750$10.0075.0 %", group, StringComparison.Ordinal);
        Assert.Contains("2026-09at least $6.00at least $1.503$5.00✕ exceeded: > 99.9 %".Replace("> 99.9 %", "120.0 %", StringComparison.Ordinal), group, StringComparison.Ordinal);
    }

    [Fact]
    public void Repository_of_few_builders_is_told_only_inside_of_a_sum_and_so_is_its_complement()
    {
        _lake.Send(
            Of("shop", WeekRow("2026-10-05", 5, 5)),
            Make(repository: "host.example/acme/pay-in", publishable: false, rows: [WeekRow("2026-10-05", 11, 11, publishable: false)]));

        Assert.Contains("16.0 normalised deployments in October 2026", Text(_lake.Pages()["index.html"]), StringComparison.Ordinal);
        foreach (string page in new[] { "group-payments", "group-shop", "repository-host.example-acme-pay-in", "repository-host.example-acme-shop" })
        {
            Assert.Contains("Not told: too few builders stand behind it. It is counted in larger sums.", Text(Page(page)), StringComparison.Ordinal);
            Assert.DoesNotContain("11.0", Text(Page(page)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cost_that_is_known_and_not_told_is_not_called_unknown()
    {
        _lake.Send(Of("shop", WeekRow("2026-10-05", 5, 5), CostRow("2026-10", 3)), Make(repository: "host.example/acme/pay-in", publishable: false, rows: [WeekRow("2026-10-05", 4, 4), CostRow("2026-10", 7, publishable: false), CostRow("2026-09", 6)]));

        Assert.Contains("2026-10not told: few buildersnot told: few builders$10.00not told: few builders", Text(Page("group-payments")).ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public void Month_of_unrecorded_work_is_not_known_and_not_free()
    {
        _lake.Send(Of("shop", WeekRow("2026-10-05", 5, 5), CostRow("2026-10", null, 0, "not recorded", "absent", 4)));

        Assert.Contains("October 2026, so far: not known; for each normalised deployment not known.", Text(_lake.Pages()["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_lake_has_a_page_that_says_so()
    {
        string front = Text(_lake.Pages()["index.html"]);

        Assert.Contains("No envelope is here yet.", front, StringComparison.Ordinal);
        Assert.Contains("host.example/acme/never", front, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_from_the_inbox_and_from_parquet_files_are_equal_byte_for_byte()
    {
        _lake.Send(Of("shop", LineRow("ai", 30), WeekRow("2026-10-05", 1, 2.5m)), Of("pay-in", CostRow("2026-10", 7.5m)));
        SortedDictionary<string, string> before = _lake.Pages();

        _lake.Do("compact");

        Assert.Equal(before, _lake.Pages());
    }

    [Fact]
    public void Page_runs_and_loads_nothing_and_names_what_is_hostile_as_text()
    {
        using var lake = new TestLake("""{ "name": "<script>alert(1)</script>" }""");
        lake.Send(Make(repository: "host.example/<img/src=x>", rows: [LineRow("ai", 1), WeekRow("2026-10-05", 1, 1)]));

        foreach (string page in lake.Pages().Values)
        {
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(src|href)=""https?:", page);
        }
    }

    [Fact]
    public void No_headline_is_a_count_of_tokens()
    {
        _lake.Send(Of("shop", WeekRow("2026-10-05", 1, 2.5m), CostRow("2026-10", 7.5m, 123456789)));

        Assert.All(_lake.Pages().Values, page => Assert.DoesNotContain("123", Text(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_pages_lead_to_pages()
    {
        _lake.Send(Of("shop", WeekRow("2026-10-05", 1, 1)));
        SortedDictionary<string, string> pages = _lake.Pages();

        string[] links = [.. pages.Values.SelectMany(p => Link().Matches(p)).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith('#')).Distinct()];

        Assert.Equal(5, links.Length);
        Assert.All(links, link => Assert.Contains(link, pages.Keys));
    }

    private static Envelope Of(string name, params EnvelopeRow[] rows) => Of(name, "2026-10-06", rows);

    private static Envelope Of(string name, string day, params EnvelopeRow[] rows) => Make(repository: "host.example/acme/" + name, time: day + "T12:00:00Z", rows: rows);

    private string Page(string beginning) => _lake.Pages().Single(p => p.Key.StartsWith(beginning, StringComparison.Ordinal)).Value;

    private static string Text(string page) => System.Net.WebUtility.HtmlDecode(Markup().Replace(page[page.IndexOf("<body>", StringComparison.Ordinal)..], ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
