using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>Cline, and the agents that keep tasks as Cline did.</summary>
public class TaskReaderTests
{
    private const string Session = ".cline/data/sessions/s1/s1";
    private const string Task = ".config/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/t1/";

    [Fact]
    public void Cline_with_a_manifest_alone_has_a_total()
    {
        using LogHome home = new LogHome().Write(Session + ".json", Manifest);

        Assert.Equal((new TokenUsage(10, 5, 80, 10), Exactness.SessionTotal, 0.5m), (home.Session().Usage, home.Session().Exactness, home.Session().Responses[0].ReportedCost!.Value));
    }

    [Fact]
    public void Cline_counts_messages_once_and_not_the_sum_of_the_manifest()
    {
        using LogHome home = new LogHome()
            .Write(Session + ".json", Manifest)
            .Write(Session + ".messages.json", $$"""{"messages":[{{Message("m1", 1)}},{{Message("m1", 1)}},{{Message("m2", 2)}}]}""");

        Assert.Equal((new TokenUsage(20, 10, 160, 20), "/src/app"), (home.Session().Usage, home.Session().WorkingDirectory));
    }

    [Fact]
    public void Cline_session_that_was_copied_under_another_id_counts_once_and_its_sub_agent_for_itself()
    {
        using LogHome home = new LogHome()
            .Write(Session + ".messages.json", $$"""{"messages":[{{Message("m1", 1)}}]}""")
            .Write(".cline/data/sessions/s2/s2.messages.json", $$"""{"messages":[{{Message("m7", 1)}},{{Message("m8", 3)}}]}""")
            .Write(".cline/data/sessions/s1_sub/s1_sub.messages.json", $$"""{"messages":[{{Message("m1", 4)}}]}""");

        Assert.Equal(3, home.Sessions().Sum(session => session.Responses.Count));
    }

    [Fact]
    public void Cline_shows_what_it_edited()
    {
        using LogHome home = new LogHome()
            .Write(Session + ".json", Manifest)
            .Write(Session + ".messages.json", """{"messages":[{"id":"m1","role":"assistant","ts":1790848801000,"content":[{"type":"tool_use","name":"editor","input":{"path":"A.cs","new_text":"int a;"}}],"metrics":{"inputTokens":1,"outputTokens":1}}]}""");

        Assert.Equal(("A.cs", 1), (Assert.Single(home.Session().EditedFiles).Path, home.Session().EditedFiles[0].LineHashes.Count));
    }

    [Theory]
    [InlineData(".config/Code/User/globalStorage/saoudrizwan.claude-dev", "cline")]
    [InlineData("Library/Application Support/Code/User/globalStorage/kilocode.kilo-code", "kilo")]
    [InlineData("AppData/Roaming/Cursor/User/globalStorage/rooveterinaryinc.roo-cline", "roo-code")]
    [InlineData(".vscode-server/data/User/globalStorage/rooveterinaryinc.roo-cline", "roo-code")]
    [InlineData(".kilocode/cli/global", "kilo")]
    public void Tasks_are_found_by_extension_in_every_editor(string folder, string agent)
    {
        using LogHome home = new LogHome().Write(folder + "/tasks/t1/ui_messages.json", $"[{Request(1, "anthropic")}]");

        Assert.Equal((agent, new TokenUsage(4, 5, 70, 30)), (home.Session().Agent, home.Session().Usage));
    }

    [Fact]
    public void Task_whose_protocol_leaves_the_cache_open_is_no_longer_exact()
    {
        using LogHome home = new LogHome().Write(Task + "ui_messages.json", $"[{Request(1, "openai")}]");

        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.Contains("OpenAI", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Task_knows_its_models_by_time_its_folder_and_its_edits()
    {
        using LogHome home = new LogHome()
            .Write(Task + "history_item.json", """{"id":"t1","workspace":"/src/app"}""")
            .Write(Task + "task_metadata.json", """{"model_usage":[{"ts":1790848800000,"model_id":"claude-haiku-4-5"},{"ts":1790848802000,"model_id":"claude-opus-4-8"}]}""")
            .Write(Task + "ui_messages.json", $$$"""[{{{Request(1, "anthropic")}}},{{{Request(3, "anthropic")}}},{"ts":1790848804000,"type":"say","say":"tool","text":"{\"tool\":\"appliedDiff\",\"path\":\"A.cs\",\"diff\":\"<<<<<<< SEARCH\\nold\\n=======\\nint a;\\nint b;\\n>>>>>>> REPLACE\"}"}]""");

        AgentSession session = home.Session();

        Assert.Equal(["claude-haiku-4-5", "claude-opus-4-8"], session.Responses.Select(response => response.Model));
        Assert.Equal(("/src/app", "A.cs", 2), (session.WorkingDirectory, Assert.Single(session.EditedFiles).Path, session.EditedFiles[0].LineHashes.Count));
    }

    [Fact]
    public void Request_whose_text_is_damaged_is_told()
    {
        using LogHome home = new LogHome().Write(Task + "ui_messages.json", $$"""[{{Request(1, "anthropic")}},{"ts":1790848805000,"type":"say","say":"api_req_started","text":"{torn"}]""");

        Assert.Equal(109, home.Session().Usage.Total);
        Assert.Equal(["1 line(s) are not JSON and were left out"], home.Problems());
    }

    private const string Manifest = """{"session_id":"s1","model":"claude-haiku-4-5","cwd":"/src/app","started_at":"2026-10-01T10:00:00Z","metadata":{"usage":{"inputTokens":100,"outputTokens":5,"cacheReadTokens":80,"cacheWriteTokens":10,"totalCost":0.5}}}""";

    private static string Message(string id, int second) =>
        $$"""{"id":"{{id}}","role":"assistant","ts":179084880{{second}}000,"modelInfo":{"id":"claude-haiku-4-5"},"metrics":{"inputTokens":100,"outputTokens":5,"cacheReadTokens":80,"cacheWriteTokens":10,"cost":0} }""";

    private static string Request(int second, string protocol) =>
        $$$"""{"ts":179084880{{{second}}}000,"type":"say","say":"api_req_started","text":"{\"apiProtocol\":\"{{{protocol}}}\",\"tokensIn\":4,\"tokensOut\":5,\"cacheReads\":70,\"cacheWrites\":30}"}""";
}
