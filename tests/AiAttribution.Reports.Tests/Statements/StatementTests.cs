using System.Text.Json;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Statements;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Statements;

public class StatementTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-predicate.schema.json");

    private static readonly ReportModel Sample = ReportBuilder.Create();

    [Fact]
    public Task Statement_of_ai_work() => Verify(AttributionStatement.Write(Sample), "json");

    [Fact]
    public Task Statement_of_the_gate_as_a_test_result() => Verify(TestResultReport.Write(Sample), "json");

    [Fact]
    public void Predicates_are_valid()
    {
        Assert.Empty(Errors(Sample));
        Assert.Empty(Errors(new ReportModel { Subject = "Lib" }));
        Assert.Empty(Errors(HostileReport.Create()));
    }

    [Fact]
    public void Lines_that_are_ai_in_part_are_told_among_the_unknown_ones_in_predicate_and_properties()
    {
        ReportModel report = Sample with { Lines = new LineTally() };
        report.Lines.Add(new FileAttribution("A.cs", 5, [new LineRun(1, 2, LineState.Other, -1, 0), new LineRun(3, 3, LineState.InPart, 0, 1)]), [new LineSource("c", "A.cs", [])], unknownInCommit: 0);

        JsonElement lines = Root(AttributionStatement.Write(report)).GetProperty("predicate").GetProperty("lines");

        Assert.Equal((3, 3), (lines.GetProperty("unknown").GetInt32(), lines.GetProperty("inPart").GetInt32()));
        Assert.Contains(("lines:unknown:in-part", "3"), CycloneDxProperties.Of(report));
        Assert.Empty(Errors(report));
    }

    [Fact]
    public void Schema_has_no_key_for_a_person()
    {
        string[] forbidden = ["author", "committer", "email", "user", "login"];
        Assert.DoesNotContain(Schema.Keys, k => forbidden.Any(f => k.Contains(f, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Without_an_artifact_the_statement_is_about_the_commit()
    {
        JsonElement subject = Assert.Single(Root(AttributionStatement.Write(Sample with { Artifacts = [] })).GetProperty("subject").EnumerateArray());

        Assert.Equal(Sample.Commit, subject.GetProperty("digest").GetProperty("gitCommit").GetString());
    }

    [Fact]
    public void Page_of_the_predicate_names_its_type_and_every_field()
    {
        string page = ProjectFiles.Read("nuget/docs/attestation-v1.md");

        Assert.Contains(AttributionStatement.PredicateType, page, StringComparison.Ordinal);
        Assert.All(Schema.Root.GetProperty("properties").EnumerateObject(), p => Assert.Contains("`" + p.Name, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_that_cannot_be_told_is_warned_of_and_fails_where_the_policy_says_so()
    {
        RuleFinding gap = new(FindingKind.Gap, RulePlace.Nowhere, "not measured");
        var rule = new PolicyRule("tested", new TestsRequirement(TestsDemand.Tested));

        Assert.Equal("WARNED", Result(new RuleVerdict(rule, 1, [gap])));
        Assert.Equal("FAILED", Result(new RuleVerdict(rule with { FailsOnUnknown = true }, 1, [gap])));
        Assert.Equal("PASSED", Result(new RuleVerdict(rule, 1, [])));
    }

    [Fact]
    public void Nothing_attributed_does_not_pass() =>
        Assert.Equal("WARNED", Root(TestResultReport.Write(new ReportModel { Subject = "Lib" })).GetProperty("predicate").GetProperty("result").GetString());

    private static string? Result(RuleVerdict verdict) =>
        Root(TestResultReport.Write(new ReportModel { Subject = "Lib", Commit = "0123", Rules = [verdict] })).GetProperty("predicate").GetProperty("result").GetString();

    private static IReadOnlyList<string> Errors(ReportModel report) => Schema.Errors(Root(AttributionStatement.Write(report)).GetProperty("predicate"));

    private static JsonElement Root(string json) => JsonDocument.Parse(json).RootElement;
}
