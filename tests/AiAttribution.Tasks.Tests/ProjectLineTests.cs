using System.Text.Json;

namespace AiAttribution.Tasks.Tests;

public class ProjectLineTests
{
    [Fact]
    public void Members_are_counted_with_what_is_missing_its_command_and_the_report() =>
        Assert.Equal(
            "Shop: 3 AI-heavy members, 1 judged, 2 not measured: dotnet test --collect \"Code Coverage;Format=cobertura\"; report: obj/AiAttribution.md",
            Line(Report(0, Member("A()", "none"), Member("B()", "unmeasured"), Member("C()", "unmeasured"), Member("D()", "tested", isHeavy: false))));

    [Fact]
    public void Project_without_ai_heavy_members_has_no_line() => Assert.Null(Line(Report(0, Member("A()", "none", isHeavy: false))));

    [Fact]
    public void Frameworks_are_told_together_and_a_member_is_judged_when_any_of_them_was_measured() =>
        Assert.Equal("Shop: 2 AI-heavy members, 2 judged (1 by what built tests refer to); report: obj/AiAttribution.md", Line(Report(0, Member("A()", "unmeasured")), Report(0, Member("A()", "tested"), Member("B()", "linked"))));

    [Fact]
    public void Search_for_references_is_told_from_coverage() =>
        Assert.Equal(
            "Shop: 2 AI-heavy members, 2 judged by what built tests refer to; report: obj/AiAttribution.md",
            Line(Report(0, Member("A()", "linked"), Member("B()", "none", searched: "\"Shop.Tests\""))));

    [Fact]
    public void Members_of_the_baseline_are_told_with_the_commit_that_brought_the_package() =>
        Assert.Equal("Shop: 1 AI-heavy member, 1 of the baseline 0123456789ab (where AiAttribution came in); report: obj/AiAttribution.md", Line(Report(1)));

    [Fact]
    public void Baseline_that_somebody_wrote_is_named_where_nothing_lies_before_it() =>
        Assert.Equal(
            "Shop: 1 AI-heavy member, none of the baseline v2.0, 1 judged; report: obj/AiAttribution.md",
            Line(Report(0, Member("A()", "none")).Replace("\"0123456789abcdef\", \"sinceAdoption\": true", "\"v2.0\", \"sinceAdoption\": false", StringComparison.Ordinal)));

    private static string? Line(params string[] reports) => ProjectLine.Of([.. reports.Select(report => JsonDocument.Parse(report).RootElement)], "obj/AiAttribution.md");

    private static string Report(int baseline, params string[] members) =>
        $$"""{ "subject": "Shop", "policy": { "since": "0123456789abcdef", "sinceAdoption": true }, "membersOfBaseline": {{baseline}}, "members": [{{string.Join(',', members)}}] }""";

    private static string Member(string name, string test, bool isHeavy = true, string searched = "") =>
        $$"""{ "name": "{{name}}", "path": "Shop.cs", "line": 1, "aiHeavy": {{(isHeavy ? "true" : "false")}}, "test": "{{test}}", "searchedTests": [{{searched}}] }""";
}
