using System.Text.Json;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>A policy file in a real build, and the same tree judged by the tool.</summary>
public class PolicyTests
{
    private const string Rules = """
        "rules": [{ "id": "no-dead-ends", "require": { "trails": "any" } }, { "id": "no-ai", "severity": "info", "require": { "agents": [] } }]
        """;

    [Fact]
    public void Violation_stands_at_the_member_and_fails_only_with_error()
    {
        using Sandbox sandbox = WithPolicy($"{{ {Rules} }}");

        BuildDiagnostic warning = Assert.Single(sandbox.Build("-p:AiAttributionVerify=warn").Succeeded().Of("AIA2001"));
        BuildResult failed = sandbox.Build("-p:AiAttributionVerify=error");
        BuildDiagnostic error = Assert.Single(failed.Of("AIA2001"));

        Assert.Equal(("Prices.cs", 7, 23, "warning"), (warning.File, warning.Line, warning.Column, warning.Level));
        Assert.Equal(warning with { Level = "error" }, error);
        Assert.Equal(1, failed.ExitCode);
        Assert.EndsWith("(rule 'no-dead-ends')", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_and_tool_give_the_same_verdicts()
    {
        using Sandbox sandbox = WithPolicy($"{{ \"extends\": \"regulated\", {Rules} }}");
        int build = sandbox.Build("-p:AiAttributionVerify=error").ExitCode;

        (int check, string output) = sandbox.Tool("check", "--format", "json");

        Assert.Equal((1, 1), (build, check));
        Assert.Equal(Verdicts(output), Verdicts(File.ReadAllText(sandbox.JsonReport)));
    }

    [Theory]
    [InlineData("2999-01-31", null)]
    [InlineData("2020-01-31", "error")]
    public void Waiver_passes_until_its_last_day(string expires, string? level)
    {
        using Sandbox sandbox = WithPolicy($$"""{ {{Rules}}, "waivers": [{ "rule": "no-dead-ends", "members": ["Prices.Discounted*"], "owner": "pricing", "reason": "is replaced", "expires": "{{expires}}" }] }""");

        BuildResult build = sandbox.Build("-p:AiAttributionVerify=error");

        Assert.Equal(level, build.Of("AIA2001").SingleOrDefault()?.Level);
        Assert.Equal(build.ExitCode, sandbox.Tool("check").ExitCode);
        if (level is not null)
            Assert.Contains("expired on 2020-01-31", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_with_team_reason_and_day_passes_in_build_and_tool()
    {
        using Sandbox sandbox = WithPolicy($"{{ {Rules} }}");
        sandbox.CommitPrices(PricesSource.WithMethod.Replace("    public static int Discounted", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\", Justification = \"pricing: is replaced; until 2999-01-31\")]\n    public static int Discounted", StringComparison.Ordinal), "Suppress");

        Assert.DoesNotContain(sandbox.Build("-p:AiAttributionVerify=error").Succeeded().Own, d => d.Level != "message");
        Assert.Equal(0, sandbox.Tool("check").ExitCode);
    }

    [Fact]
    public void Mistake_in_the_policy_is_told_at_its_place_and_nothing_crashes()
    {
        using Sandbox sandbox = WithPolicy("{\n  \"extends\": \"tested\",\n  \"ruels\": []\n}");

        BuildResult build = sandbox.Build("-p:AiAttributionVerify=error").Failed();
        BuildDiagnostic mistake = Assert.Single(build.Of("AIA9009"));

        Assert.Contains("the gate could not judge", Assert.Single(build.Of("AIA2016")).Message, StringComparison.Ordinal);
        Assert.Equal(("ai-attribution.json", 3, 3, "warning", "AIA9009"), (mistake.File, mistake.Line, mistake.Column, mistake.Level, mistake.Code));
        Assert.Contains("Did you mean 'rules'?", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(2, sandbox.Tool("check").ExitCode);
    }

    [Fact]
    public void Build_properties_decide_over_warnings_of_the_policy_and_editorconfig_does_not()
    {
        using Sandbox sandbox = WithPolicy("""{ "rules": [{ "id": "no-dead-ends", "severity": "warning", "require": { "trails": "any" } }] }""");
        sandbox.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AIA1001.severity = none\ndotnet_diagnostic.AIA2001.severity = none\n");

        Assert.Equal("warning", Level("-p:AiAttributionVerify=error"));
        Assert.Null(Level("-p:AiAttributionVerify=error", "-p:NoWarn=AIA2001"));
        Assert.Equal("error", Level("-p:AiAttributionVerify=error", "-p:WarningsAsErrors=AIA2001"));
        Assert.Equal("warning", Level("-p:AiAttributionVerify=error", "-p:TreatWarningsAsErrors=true"));
        Assert.Equal("error", Level("-p:AiAttributionVerify=error", "-p:MSBuildTreatWarningsAsErrors=true"));
        Assert.Equal("warning", Level("-p:AiAttributionVerify=error", "-p:MSBuildTreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=AIA2001"));

        string? Level(params string[] options) => sandbox.Build(options).Of("AIA2001").SingleOrDefault()?.Level;
    }

    private static Sandbox WithPolicy(string policy)
    {
        Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("ai-attribution.json", policy);
        sandbox.MeasureNothing();
        return sandbox;
    }

    private static string[] Verdicts(string json) =>
        [.. JsonDocument.Parse(json).RootElement.GetProperty("rules").EnumerateArray().Select(r => $"{r.GetProperty("id")} {r.GetProperty("answer")} {r.GetProperty("fails")} {r.GetProperty("findings").GetArrayLength()}")];
}
