using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;

namespace AiAttribution.Cli.Tests.Sessions;

public class SessionsVerbTests
{
    private const string Line = """{"type":"assistant","sessionId":"s1","timestamp":"2026-05-01T10:00:00Z","message":{"id":"msg_1","model":"claude-haiku-4-5","usage":{"input_tokens":1000000,"output_tokens":5}}}""";

    [Fact]
    public async Task Table_shows_sessions_and_totals()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line);

        ToolRun run = await Run(home);

        Assert.Equal(0, run.ExitCode);
        string[] rows = [.. run.Out.Split('\n').Select(row => string.Join(' ', row.Split([' ', '│'], StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Contains("claude-code s1 2026-05-01 10:00 claude-haiku-4-5 1,000,000 5 0 0 $1.00 exact", rows);
        Assert.Contains("total 1 session 1,000,000 5 0 0 $1.00 exact", rows);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Json_has_tokens_by_class_and_totals_by_exactness()
    {
        using LogHome home = new LogHome()
            .Write(".claude/projects/p/s1.jsonl", Line)
            .Write(".factory/sessions/p/d1.settings.json", """{"model":"claude-haiku-4-5","tokenUsage":{"inputTokens":7,"outputTokens":8}}""");

        JsonElement answer = Json(await Run(home, "--format", "json"));

        Assert.Equal(["exact", "session-total"], answer.GetProperty("totals").EnumerateArray().Select(total => total.GetProperty("exactness").GetString()));
        Assert.Equal(1_000_000, answer.GetProperty("totals")[0].GetProperty("tokens").GetProperty("input").GetInt64());
    }

    [Fact]
    public async Task Tokens_that_an_agent_does_not_count_are_unknown_in_every_form_and_not_0()
    {
        using LogHome home = new();
        LogBuilder.Write(home, ".kiro/sessions/cli/s1.json", "kiro");

        ToolRun table = await Run(home), tsv = await Run(home, "--format", "tsv");
        JsonElement json = Json(await Run(home, "--format", "json"));

        Assert.Contains("│     ? │", table.Out, StringComparison.Ordinal);
        Assert.Equal(("", ""), (Column(tsv, "input"), Column(tsv, "cache_read")));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (json.GetProperty("sessions")[0].GetProperty("tokens").ValueKind, json.GetProperty("totals")[0].GetProperty("tokens").ValueKind));
    }

    [Fact]
    public async Task Unknown_model_has_null_cost_and_a_note()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line.Replace("claude-haiku-4-5", "house-model-7"));

        JsonElement answer = Json(await Run(home, "--format", "json"));

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("sessions")[0].GetProperty("costComputed").ValueKind);
        Assert.Contains("house-model-7: no price known", answer.GetProperty("notes")[0].GetString());
    }

    [Theory]
    [InlineData("glm-5.2", "2026-10-01T10:00:00Z", "glm-5.2: no price of cache reads known, so 1,000,012 token(s) have no cost")]
    [InlineData("claude-opus-4-8-fast", "2026-12-01T00:00:00Z", "claude-opus-4-8-fast: no price known of the day, or of all days, on which it was used, so 1,000,012 token(s) have no cost")]
    [InlineData("claude-opus-9", "2026-12-01T00:00:00Z", "claude-opus-9: no price known, so 1,000,012 token(s) have no cost")]
    public async Task What_is_missing_of_a_cost_is_told(string model, string time, string note)
    {
        using LogHome home = new LogHome().Write(
            ".claude/projects/p/s1.jsonl",
            $$$"""{"type":"assistant","sessionId":"s1","timestamp":"{{{time}}}","message":{"id":"msg_1","model":"{{{model}}}","usage":{"input_tokens":1000000,"output_tokens":5,"cache_read_input_tokens":7} } }""");

        Assert.Contains(note, (await Run(home)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_without_a_model_are_told()
    {
        using LogHome home = new LogHome().Write(
            ".codex/sessions/2026/10/01/rollout-2026-10-01T10-00-00-01970000-0000-7000-8000-000000000001.jsonl",
            """{"timestamp":"2026-10-01T10:00:00Z","type":"session_meta","payload":{"id":"01970000-0000-7000-8000-000000000001"}}""",
            """{"timestamp":"2026-10-01T10:00:10Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{"input_tokens":1000,"output_tokens":100},"last_token_usage":{"input_tokens":1000,"output_tokens":100}}}}""");

        Assert.Contains("codex: 1,100 token(s) state no model, so they have no cost", (await Run(home)).Error);
    }

    [Fact]
    public async Task Name_of_vertex_is_shown_as_it_is_written_and_priced()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line.Replace("claude-haiku-4-5", "claude-sonnet-4-5@20250929").Replace("\"output_tokens\":5", "\"output_tokens\":100000"));

        ToolRun run = await Run(home, "--format", "tsv");

        Assert.Equal(("claude-sonnet-4-5@20250929", "4.5"), (Column(run, "models"), Column(run, "cost_computed")));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Web_searches_and_stated_costs_have_columns_of_their_own()
    {
        using LogHome home = new LogHome().Write(
            ".claude/projects/p/s1.jsonl",
            Line.Replace("\"sessionId\"", "\"costUSD\":0.7,\"sessionId\"").Replace("\"output_tokens\":5", "\"output_tokens\":0,\"server_tool_use\":{\"web_search_requests\":4,\"web_fetch_requests\":1}"));

        ToolRun run = await Run(home, "--format", "tsv");

        Assert.Equal(("1", "0.7", "4", "0.04"), (Column(run, "cost_computed"), Column(run, "cost_reported"), Column(run, "web_searches"), Column(run, "cost_tools")));
        Assert.Contains("4 web search(es) are billed beside tokens: $0.0400; no cost above holds them", run.Error);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("\"100\"")]
    [InlineData("1e400")]
    [InlineData("9223372036854775807")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("[5]")]
    public async Task Number_that_can_be_no_count_is_told_and_makes_the_session_partial(string count)
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line.Replace("\"output_tokens\":5", "\"output_tokens\":" + count));

        ToolRun run = await Run(home, "--format", "tsv");

        Assert.Equal(("partial", "1000000"), (Column(run, "exactness"), Column(run, "input")));
        Assert.Contains("1 count(s) of tokens can be none", run.Error);
    }

    [Fact]
    public async Task Journal_of_a_workflow_is_no_session()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line)
            .Write(".claude/projects/p/s1/subagents/workflows/w1/journal.jsonl", """{"type":"started","name":"w1","at":1777629600000}""");

        ToolRun run = await Run(home, "--format", "tsv");

        Assert.Equal((2, ""), (Rows(run).Length, run.Error));
    }

    [Fact]
    public async Task Session_without_tokens_is_called_out()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", """{"type":"user","sessionId":"s1","timestamp":"2026-05-01T10:00:00Z"}""");

        ToolRun run = await Run(home);

        Assert.Contains("no tokens found", run.Out);
        Assert.Contains("claude-code: 1 session without any token, such as s1", run.Error);
    }

    [Fact]
    public async Task Agent_and_date_narrow_the_list()
    {
        using LogHome home = new LogHome()
            .Write(".claude/projects/p/s1.jsonl", Line)
            .Write(".claude/projects/p/s2.jsonl", Line.Replace("\"s1\"", "\"s2\"").Replace("msg_1", "msg_2").Replace("05-01", "05-09"))
            .Write(".factory/sessions/p/d1.settings.json", """{"tokenUsage":{"inputTokens":7}}""");

        ToolRun run = await Run(home, "--agent", "claude-code", "--since", "2026-05-02", "--format", "tsv");

        Assert.Equal(["agent", "claude-code"], Rows(run).Select(row => row[0]));
        Assert.Equal("s2", Rows(run)[1][1]);
    }

    [Theory]
    [InlineData("--agent", "nobody", "no such agent")]
    [InlineData("--since", "yesterday-ish", "not a date")]
    [InlineData("--home", "missing", "no such folder")]
    public async Task Wrong_option_cannot_be_answered(string option, string value, string message)
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line);

        ToolRun run = await ToolRun.Of(home.Folder, "sessions", "--no-index", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Hostile_names_cannot_steer_the_terminal()
    {
        using LogHome home = new LogHome().Write(".claude/projects/p/s1.jsonl", Line.Replace("\"s1\"", "\"s\\u001b[2J\\n[bold]\""));

        ToolRun run = await Run(home);

        Assert.DoesNotContain('\u001b', run.Out);
        Assert.Contains("\\u001B[2J\\u000A[bold]", run.Out);
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        using LogHome home = new();
        Directory.CreateDirectory(home.Folder);

        Assert.Contains("no session found", (await Run(home)).Error);
    }

    private static Task<ToolRun> Run(LogHome home, params string[] arguments) =>
        ToolRun.Of(home.Folder, ["sessions", "--home", home.Folder, "--no-index", .. arguments]);

    private static JsonElement Json(ToolRun run) => JsonDocument.Parse(run.Out).RootElement;

    private static string Column(ToolRun run, string name) => Rows(run)[1][Array.IndexOf(Rows(run)[0], name)];

    private static string[][] Rows(ToolRun run) => [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t'))];
}
