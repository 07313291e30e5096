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
    public void Build_and_tool_give_the_same_verdicts()
    {
        using Sandbox sandbox = WithPolicy($"{{ \"extends\": \"regulated\", {Rules} }}");
        int build = sandbox.Build("-p:AiAttributionVerify=error").ExitCode;

        (int check, string output) = sandbox.Tool("check", "--format", "json");

        Assert.Equal((1, 1), (build, check));
        Assert.Equal(Verdicts(output), Verdicts(File.ReadAllText(sandbox.JsonReport)));
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
