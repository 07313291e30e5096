using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks.Tests;

/// <summary>A policy whose rules are on members. The tool judges the same tree in AiAttribution.Cli.Tests.</summary>
public class PolicyTests
{
    private const string Rules = """
        "rules": [{ "id": "no-dead-ends", "require": { "trails": "any" } }, { "id": "no-ai", "severity": "info", "require": { "agents": [] } }]
        """;

    [Fact]
    public void Violation_stands_at_the_member_and_fails_only_with_error()
    {
        using PricesProject project = PricesProject.WithPolicy($"{{ {Rules} }}");

        TaskRun warned = project.Build("warn");
        TaskRun failed = project.Build("error");

        BuildWarningEventArgs warning = Assert.Single(warned.Warnings, w => w.Code == "AIA2001");
        BuildErrorEventArgs error = Assert.Single(failed.Errors);
        Assert.Empty(warned.Errors);
        Assert.Equal((project.PathOf(PricesProject.Source), 7, 23), (warning.File, warning.LineNumber, warning.ColumnNumber));
        Assert.Equal((warning.Code, warning.File, warning.LineNumber, warning.ColumnNumber, warning.Message), (error.Code, error.File, error.LineNumber, error.ColumnNumber, error.Message));
        Assert.EndsWith("(rule 'no-dead-ends')", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2999-01-31", null)]
    [InlineData("2020-01-31", "AIA2001")]
    public void Waiver_passes_until_its_last_day(string expires, string? code)
    {
        using PricesProject project = PricesProject.WithPolicy($$"""{ {{Rules}}, "waivers": [{ "rule": "no-dead-ends", "members": ["Prices.Discounted*"], "owner": "pricing", "reason": "is replaced", "expires": "{{expires}}" }] }""");

        TaskRun build = project.Build("error");

        BuildErrorEventArgs? error = build.Errors.SingleOrDefault();
        Assert.Equal(code, error?.Code);
        if (error is not null)
            Assert.Contains("expired on 2020-01-31", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_with_team_reason_and_day_passes()
    {
        using PricesProject project = PricesProject.WithPolicy($"{{ {Rules} }}");
        project.Repository.Write(PricesProject.Source, PricesSource.WithMethod.Replace("    public static int Discounted", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\", Justification = \"pricing: is replaced; until 2999-01-31\")]\n    public static int Discounted", StringComparison.Ordinal)).Commit("Suppress");

        TaskRun build = project.Build("error");

        Assert.Empty(build.Errors);
        Assert.Empty(build.Codes);
    }

    [Fact]
    public void Mistake_in_the_policy_is_told_at_its_place_and_the_gate_cannot_judge()
    {
        using PricesProject project = PricesProject.WithPolicy("{\n  \"extends\": \"tested\",\n  \"ruels\": []\n}");

        TaskRun build = project.Build("error");

        BuildErrorEventArgs gate = Assert.Single(build.Errors);
        Assert.Equal("AIA2016", gate.Code);
        Assert.Contains("the gate could not judge", gate.Message, StringComparison.Ordinal);
        BuildWarningEventArgs mistake = Assert.Single(build.Warnings, w => w.Code == "AIA9009");
        Assert.Equal((project.PathOf("ai-attribution.json"), 3, 3), (mistake.File, mistake.LineNumber, mistake.ColumnNumber));
        Assert.Contains("Did you mean 'rules'?", mistake.Message, StringComparison.Ordinal);
    }
}
