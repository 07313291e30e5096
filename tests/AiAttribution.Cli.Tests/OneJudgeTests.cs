using System.Text.Json;
using System.Xml.Linq;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Everything that answers "May I ship this?" gives one answer, whatever the policy is.</summary>
public class OneJudgeTests
{
    private const string Waiver = """, "waivers": [{ "rule": "no-ai", "paths": ["src/**"], "owner": "payments", "reason": "is replaced", "expires": "DAY" }]""";

    [Theory]
    [InlineData(null, 0, "clear")]
    [InlineData("""{ "extends": "report-only" }""", 0, "clear")]
    [InlineData("""{ "extends": "disclose" }""", 0, "clear")]
    [InlineData("""{ "extends": "tested" }""", 0, "cannot tell")]
    [InlineData("""{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""", 2, "cannot tell")]
    [InlineData("""{ "extends": "regulated" }""", 1, "blocked")]
    [InlineData("""{ "extends": "none-allowed" }""", 1, "blocked")]
    [InlineData("""{ "extends": "none-allowed", "rules": [{ "id": "no-ai", "severity": "warning" }] }""", 0, "clear")]
    [InlineData("""{ "extends": "tested", "rules": [{ "id": "tested", "unknown": "fail" }] }""", 2, "cannot tell")]
    [InlineData("""{ "extends": "none-allowed", "rules": [{ "id": "no-ai", "newOnly": "v1.0" }] }""", 0, "clear")]
    [InlineData("{ \"extends\": \"none-allowed\"" + Waiver + " }", 0, "clear", "2999-01-31")]
    [InlineData("{ \"extends\": \"none-allowed\"" + Waiver + " }", 1, "blocked", "2020-01-31")]
    public async Task Check_and_every_report_agree(string? policy, int exitCode, string state, string expires = "")
    {
        using TestRepository repository = RepositoryBuilder.Create();
        if (policy is not null)
            repository.Write("ai-attribution.json", policy.Replace("DAY", expires, StringComparison.Ordinal)).Commit("Add the policy");

        ToolRun check = await ToolRun.In(["GITHUB_ACTIONS=true"], repository.Root, "check", "--format", "json");
        ToolRun text = await ToolRun.In(["GITHUB_ACTIONS=true"], repository.Root, "check");
        string annotations = await Reports(repository);

        JsonElement json = Json(repository, "AiAttribution.json");
        JsonElement[] rules = [.. json.GetProperty("rules").EnumerateArray()];
        JsonElement run = Json(repository, "AiAttribution.sarif").GetProperty("runs")[0];
        JsonElement[] open = [.. run.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("ruleId").GetString()!.StartsWith("AIA2", StringComparison.Ordinal) && !r.TryGetProperty("suppressions", out _))];
        XElement suite = XDocument.Parse(Text(repository, "AiAttribution.gate.xml")).Root!.Element("testsuite")!;
        string answered = string.Join("\n", rules.Select(r => $"{r.GetProperty("id")} {r.GetProperty("answer")} {r.GetProperty("fails")}"));

        Assert.Equal((exitCode, exitCode, exitCode), (check.ExitCode, text.ExitCode, JsonDocument.Parse(check.Out).RootElement.GetProperty("exitCode").GetInt32()));
        Assert.Equal((state switch { "clear" => "passed", "blocked" => "violated", _ => "cannot tell" }, state), (JsonDocument.Parse(check.Out).RootElement.GetProperty("outcome").GetString(), JsonDocument.Parse(check.Out).RootElement.GetProperty("gate").GetProperty("state").GetString()));
        Assert.Matches(state switch { "clear" => "^No rule fails", "blocked" => "^[1-9][0-9]* of [0-9]+ rules fail", _ => "^Cannot tell" }, text.Out.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(answered, string.Join("\n", JsonDocument.Parse(check.Out).RootElement.GetProperty("rules").EnumerateArray().Select(r => $"{r.GetProperty("id")} {r.GetProperty("answer")} {r.GetProperty("fails")}")));
        Assert.Equal((state, exitCode > 0), (json.GetProperty("gate").GetProperty("state").GetString(), json.GetProperty("gate").GetProperty("fails").GetBoolean()));
        Assert.Equal(state, run.GetProperty("properties").GetProperty("gate").GetString());
        Assert.Equal(exitCode > 0, open.Any(r => r.GetProperty("level").GetString() == "error"));
        Assert.Equal((exitCode == 1, exitCode == 2), (suite.Attribute("failures")!.Value != "0", suite.Attribute("failures")!.Value == "0" && suite.Attribute("errors")!.Value != "0"));
        Assert.Equal(rules.Count(r => r.GetProperty("fails").GetBoolean()), suite.Elements("testcase").Count(c => c.Element("failure") is not null || c.Element("error") is not null));
        Assert.Equal(exitCode > 0, annotations.Contains("::error ", StringComparison.Ordinal));
        Assert.EndsWith($"AiAttribution: {json.GetProperty("gate").GetProperty("sentence").GetString()}\n", annotations, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"banner {(policy is null ? "no-policy" : state.Replace(' ', '-'))}\">", Text(repository, "AiAttribution.html"), StringComparison.Ordinal);
        Assert.Contains($"\nGate: {state}. ", Text(repository, "AiAttribution.md"), StringComparison.Ordinal);
        Assert.Contains(state switch { "clear" => "nothing blocks", "blocked" => "fail", _ => "cannot tell" }, Text(repository, "AiAttribution.gate.svg"), StringComparison.Ordinal);
        Assert.Contains($"\"state\":\"{state}\",\"fails\":{(exitCode > 0 ? "true" : "false")}", Text(repository, "AiAttribution.facts.jsonl"), StringComparison.Ordinal);
        Assert.Equal(exitCode > 0, Text(repository, "AiAttribution.gitlab.json").Contains("\"critical\"", StringComparison.Ordinal));
    }

    private static async Task<string> Reports(TestRepository repository)
    {
        var output = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(repository.Root, output, TextWriter.Null, ShowsProgress: false) { Variable = name => name == "GITHUB_ACTIONS" ? "true" : null };
        Assert.Equal(0, await Tool.RunAsync(["report", "--ci", "--output", "out", "--format", "all"], console));
        return output.ToString();
    }

    private static JsonElement Json(TestRepository repository, string file) => JsonDocument.Parse(Text(repository, file)).RootElement;

    private static string Text(TestRepository repository, string file) => File.ReadAllText(Path.Combine(repository.Root, "out", file));
}
