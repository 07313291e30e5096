using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>Antigravity, Crush, Devin, Hermes, Kiro and Zed: what the shared homes do not show.</summary>
public class DatabaseReaderTests
{
    private const string HermesTables = "CREATE TABLE sessions(id TEXT, model TEXT, cwd TEXT, input_tokens INTEGER, output_tokens INTEGER, estimated_cost_usd REAL, actual_cost_usd REAL, started_at REAL, ended_at REAL)";
    private const string HermesRows = "CREATE TABLE session_model_usage(session_id TEXT, model TEXT, billing_provider TEXT, task TEXT, input_tokens INTEGER, output_tokens INTEGER, estimated_cost_usd REAL, actual_cost_usd REAL, last_seen REAL)";
    private const string Crush = "CREATE TABLE sessions(id TEXT, parent_session_id TEXT, prompt_tokens INTEGER, completion_tokens INTEGER, cost REAL, created_at INTEGER, updated_at INTEGER)";

    [Fact]
    public void Hermes_session_that_is_older_than_its_rows_by_model_counts_whole()
    {
        using LogHome home = new LogHome().Database(
            ".hermes/state.db",
            HermesTables,
            HermesRows,
            "INSERT INTO sessions VALUES('h1', 'claude-opus-4-8', '/src/app', 100, 10, 0.5, 0, 1790848800, 1790848860)",
            "INSERT INTO session_model_usage VALUES('h1', 'claude-opus-4-8', 'anthropic', '', 40, 4, 0.2, 0, 1790848850), ('h1', 'claude-haiku-4-5', 'anthropic', 'title', 7, 1, 0.1, 0.3, 1790848850)");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(107, 11), 0.8m), (session.Usage, session.Responses.Sum(response => response.ReportedCost)));
    }

    [Fact]
    public void Hermes_shows_what_it_edited()
    {
        using LogHome home = new LogHome().Database(
            ".hermes/state.db",
            HermesTables,
            "CREATE TABLE messages(session_id TEXT, tool_calls TEXT, timestamp REAL)",
            "INSERT INTO sessions VALUES('h1', 'claude-opus-4-8', '/src/app', 100, 10, 0, 0, 1790848800, 1790848860)",
            """INSERT INTO messages VALUES('h1', '[{"function":{"name":"write_file","arguments":"{\"path\":\"A.cs\",\"content\":\"int a;\"}"}},{"function":{"name":"terminal","arguments":"{}"}}]', 1790848810), ('h1', '[torn', 1790848811)""");

        Assert.Equal(("A.cs", 1), (Assert.Single(home.Session().EditedFiles).Path, home.Session().EditedFiles[0].LineHashes.Count));
        Assert.Null(home.Session().Responses[0].ReportedCost);
    }

    [Fact]
    public void Devin_message_without_a_request_is_known_by_its_own_id_and_a_damaged_one_is_told()
    {
        const string Message = """{"role":"assistant","message_id":"m1","metadata":{"generation_model":"adaptive","metrics":{"input_tokens":5,"output_tokens":6}}}""";
        using LogHome home = new LogHome().Database(
            "AppData/Roaming/devin/cli/sessions.db",
            "CREATE TABLE message_nodes(session_id TEXT, node_id INTEGER, chat_message TEXT, created_at INTEGER)",
            $"INSERT INTO message_nodes VALUES('s1', 1, '{Message}', 1790848805), ('s1', 2, '{Message}', 1790848805), ('s1', 3, 'torn', 1790848806)");

        Assert.Equal((new TokenUsage(5, 6), 0), (home.Session().Usage, home.Session().Models.Count));
        Assert.Equal(["1 line(s) are not JSON and were left out"], home.Problems());
    }

    [Fact]
    public void Devin_fork_that_copies_answers_under_new_ids_counts_once()
    {
        const string Message = """{"role":"assistant","metadata":{"request_id":"ID","created_at":"2026-10-01T10:00:05Z","metrics":{"input_tokens":5,"output_tokens":6}}}""";
        using LogHome home = new LogHome().Database(
            ".local/share/devin/cli/sessions.db",
            "CREATE TABLE sessions(id TEXT, working_directory TEXT, created_at INTEGER)",
            "CREATE TABLE message_nodes(session_id TEXT, node_id INTEGER, chat_message TEXT, created_at INTEGER)",
            "INSERT INTO sessions VALUES('s1', '/src/app', 1790848800), ('s2', '/src/app', 1790848900)",
            $"INSERT INTO message_nodes VALUES('s2', 1, '{Message.Replace("ID", "r9", StringComparison.Ordinal)}', 1790848805), ('s1', 1, '{Message.Replace("ID", "r1", StringComparison.Ordinal)}', 1790848805)");

        Assert.Equal([("s1", 11), ("s2", 0)], home.Sessions().Select(session => (session.Id, session.Usage.Total)).Order());
    }

    [Fact]
    public void Antigravity_call_in_two_products_counts_once_and_a_damaged_one_is_told()
    {
        // 1 { 4 { 2: 10, 3: 5, 11: "r1" } 21: "Gemini 3 Flash" }
        const string Call = "0A1B2208100A18055A027231AA010E47656D696E69203320466C617368";
        string[] tables = ["CREATE TABLE gen_metadata(idx INTEGER, data BLOB)", $"INSERT INTO gen_metadata VALUES(0, x'{Call}')"];
        using LogHome home = new LogHome()
            .Database(".gemini/antigravity/conversations/a1.db", tables)
            .Database(".gemini/antigravity-ide/conversations/a1.db", [.. tables, $"INSERT INTO gen_metadata VALUES(1, x'{Call[..20]}')"]);

        Assert.Equal((new TokenUsage(10, 5), "gemini-3-flash", Exactness.Partial), (home.Session().Usage, Assert.Single(home.Session().Models), home.Session().Exactness));
        Assert.Contains("damaged", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write_to_file", """{"TargetFile":"/src/app/A.cs","CodeContent":"int a;\nint b;"}""", 3, 2)]
    [InlineData("replace_file_content", """{"TargetFile":"file:///src/app/A.cs","TargetContent":"x","ReplacementContent":"int a;"}""", 3, 1)]
    [InlineData("multi_replace_file_content", """{"TargetFile":"/src/app/A.cs","ReplacementChunks":[{"ReplacementContent":"int a;"},{"ReplacementContent":"int b;\nint c;"}]}""", 3, 3)]
    [InlineData("write_to_file", """{"TargetFile":"/src/app/A.cs","CodeContent":"int a;"}""", 6, null)]
    [InlineData("view_file", """{"TargetFile":"/src/app/A.cs"}""", 3, null)]
    [InlineData("write_to_file", "{torn", 3, null)]
    public void Antigravity_shows_what_the_steps_that_ran_edited(string tool, string arguments, int status, int? lines)
    {
        // 1 { 1: 1790848805 } 4 { 1: "c1", 2: tool, 3: arguments }
        string about = Field(1, "0886D6F8D506") + Field(4, Field(1, Hex("c1")) + Field(2, Hex(tool)) + Field(3, Hex(arguments)));
        using LogHome home = new LogHome().Database(
            ".gemini/antigravity-cli/conversations/a1.db",
            "CREATE TABLE gen_metadata(idx INTEGER, data BLOB)",
            "CREATE TABLE steps(idx INTEGER, step_type INTEGER, status INTEGER, metadata BLOB, step_payload BLOB)",
            $"INSERT INTO steps VALUES(0, 5, {status}, x'{about}', NULL), (1, 5, 3, x'0A', NULL)");

        Assert.Equal(lines, home.Session().EditedFiles.SingleOrDefault(edit => edit.Path == "/src/app/A.cs")?.LineHashes.Count);
    }

    [Fact]
    public void Antigravity_step_without_a_description_has_it_in_its_payload()
    {
        string call = Field(4, Field(2, Hex("write_to_file")) + Field(3, Hex("""{"TargetFile":"/src/app/A.cs","CodeContent":"int a;"}""")));
        using LogHome home = new LogHome().Database(
            ".gemini/antigravity-cli/conversations/a1.db",
            "CREATE TABLE steps(idx INTEGER, status INTEGER, step_payload BLOB)",
            $"INSERT INTO steps VALUES(0, 3, x'{Field(5, call)}')");

        Assert.Equal("/src/app/A.cs", Assert.Single(home.Session().EditedFiles).Path);
    }

    [Fact]
    public void Devin_model_is_that_of_the_session_where_the_answer_names_none()
    {
        using LogHome home = new LogHome().Database(
            ".local/share/devin/cli/sessions.db",
            "CREATE TABLE sessions(id TEXT, working_directory TEXT, model TEXT)",
            "CREATE TABLE message_nodes(session_id TEXT, node_id INTEGER, chat_message TEXT, created_at INTEGER)",
            "INSERT INTO sessions VALUES('s1', '/src/app', 'kimi-k3'), ('s2', '/src/app', 'adaptive')",
            """INSERT INTO message_nodes VALUES('s1', 1, '{"role":"assistant","metadata":{"request_id":"r1","metrics":{"input_tokens":5}}}', 1790848805), ('s2', 1, '{"role":"assistant","metadata":{"request_id":"r2","metrics":{"input_tokens":6}}}', 1790848806)""");

        Assert.Equal(["kimi-k3", ""], home.Sessions().OrderBy(session => session.Id).Select(session => string.Join(' ', session.Models)));
    }

    [Theory]
    [InlineData("r1", Exactness.Exact)]
    [InlineData("r2", Exactness.Partial)]
    internal void Devin_answer_with_a_size_and_no_counts_leaves_a_doubt_unless_it_is_stored_again(string request, Exactness exactness)
    {
        using LogHome home = new LogHome().Database(
            ".local/share/devin/cli/sessions.db",
            "CREATE TABLE message_nodes(session_id TEXT, node_id INTEGER, chat_message TEXT, created_at INTEGER)",
            $$$"""INSERT INTO message_nodes VALUES('s1', 1, '{"role":"assistant","metadata":{"request_id":"{{{request}}}","num_tokens":9}}', 1790848804), ('s1', 2, '{"role":"assistant","metadata":{"request_id":"r1","metrics":{"input_tokens":5} } }', 1790848805)""");

        Assert.Equal((new TokenUsage(5, 0), exactness), (home.Session().Usage, home.Session().Exactness));
        Assert.Equal(exactness == Exactness.Exact ? 0 : 1, home.Problems().Count);
    }

    [Theory]
    [InlineData(".copilot/data.db")]
    [InlineData(".copilot/session-store.db")]
    [InlineData(".gemini/antigravity/conversations/a1.db")]
    [InlineData(".hermes/state.db")]
    [InlineData(".local/share/devin/cli/sessions.db")]
    [InlineData(".local/share/goose/sessions/sessions.db")]
    [InlineData(".local/share/kilo/kilo.db")]
    [InlineData(".local/share/opencode/opencode.db")]
    [InlineData(".local/share/zed/threads/threads.db")]
    [InlineData(".openclaw/agents/main/agent/openclaw-agent.sqlite")]
    [InlineData(".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db")]
    public void Store_of_another_version_is_told(string path)
    {
        using LogHome home = new LogHome().Database(path, "CREATE TABLE session_v9(id TEXT)");

        Assert.Contains("none of its tables is known: another version of the agent wrote it, and what it holds is not read", home.Problems());
    }

    [Fact]
    public void Store_that_was_never_used_is_not_told()
    {
        using LogHome home = new LogHome().Database(".hermes/state.db", "CREATE TABLE sessions(id TEXT)").Database(".config/Cursor/User/globalStorage/state.vscdb", "CREATE TABLE ItemTable(key TEXT)");

        Assert.Empty(home.Problems());
    }

    [Fact]
    public void Span_of_vs_code_whose_counts_can_be_none_leaves_a_lower_bound()
    {
        using LogHome home = new LogHome().Database(
            ".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db",
            "CREATE TABLE spans(span_id TEXT, trace_id TEXT, operation_name TEXT, start_time_ms INTEGER, chat_session_id TEXT, request_model TEXT, response_model TEXT, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER, reasoning_tokens INTEGER)",
            "CREATE TABLE span_attributes(span_id TEXT, key TEXT, value TEXT)",
            "INSERT INTO spans VALUES('a','t','chat',1777629600000,'v1','gpt-5.2','gpt-5.2',-5,10,0,0), ('b','t','chat',1777629601000,'v1','gpt-5.2','gpt-5.2',10,10,40,0)");

        Assert.Equal((new TokenUsage(0, 20, 40), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
        Assert.StartsWith("2 count(s)", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Zed_thread_that_is_damaged_costs_itself_alone()
    {
        using LogHome home = new LogHome();
        LogBuilder.Write(home, "Library/Application Support/Zed/threads/threads.db", "zed");
        using (SqliteConnection zed = home.Writer("Library/Application Support/Zed/threads/threads.db"))
            LogHome.Execute(zed, "INSERT INTO threads VALUES('z2', '2026-10-01T10:00:06Z', 'zstd', x'28B52FFD60', '/src/app', '2026-10-01T10:00:00Z')");

        Assert.Equal("z1", home.Session().Id);
        Assert.Equal(["a thread is damaged or too large, and was left out"], home.Problems());
    }

    [Fact]
    public void Zed_edit_is_below_the_folder_that_its_path_begins_with()
    {
        using LogHome home = new LogHome().Database(
            ".local/share/zed/threads/threads.db",
            "CREATE TABLE threads(id TEXT, updated_at TEXT, data_type TEXT, data BLOB, folder_paths TEXT, created_at TEXT)",
            """INSERT INTO threads VALUES('z1', '2026-10-01T10:00:05Z', 'json', CAST('{"messages":[{"Agent":{"content":[{"ToolUse":{"name":"edit_file","input":{"path":"lib/A.cs"}}}]}}],"cumulative_token_usage":{"input_tokens":5,"output_tokens":6}}' AS BLOB), '/src/app' || char(10) || '/src/lib', '2026-10-01T10:00:00Z')""");

        Assert.Equal("/src/lib/A.cs", Assert.Single(home.Session().EditedFiles).Path);
    }

    [Theory]
    [InlineData("""[{"path":"PROJECT","data_dir":".crush"}]""")]
    [InlineData("""{"p1":{"path":"PROJECT","data_dir":".crush"}}""")]
    [InlineData("""{"projects":[{"path":"PROJECT"},{"path":"/src/gone","data_dir":".crush"},{}]}""")]
    public void Crush_projects_are_found_by_its_list_in_every_form(string registry)
    {
        using LogHome home = new LogHome()
            .Database("project/.crush/crush.db", Crush, "INSERT INTO sessions VALUES('r', NULL, 9, 9, 0.4, 1790848800, 1790848860), ('c', 'r', 9, 9, 0.1, 1790848800, 1790848860), ('o', 'gone', 9, 9, 0.2, 1790848800, 1790848860), ('f', NULL, 0, 0, 0, 1790848800, 1790848860)");
        home.Write(".local/share/crush/projects.json", registry.Replace("\"PROJECT\"", System.Text.Json.JsonSerializer.Serialize(home.PathOf("project")), StringComparison.Ordinal));

        Assert.Equal([("f", 0m), ("o", 0.2m), ("r", 0.4m)], home.Sessions().Select(session => (session.Id, session.Responses.Sum(response => response.ReportedCost ?? 0))).Order());
        Assert.All(home.Sessions(), session => Assert.Equal((home.PathOf("project"), true), (session.WorkingDirectory, session.Usage.IsZero)));
    }

    [Fact]
    public async Task Cost_of_crush_is_stated_and_its_tokens_are_unknown()
    {
        using LogHome home = new LogHome().Database(".crush/crush.db", Crush, "INSERT INTO sessions VALUES('r', NULL, 9, 9, 0.42, 1790848800, 1790848860)");

        ToolRun run = await ToolRun.Of(home.Folder, "sessions", "--home", home.Folder, "--no-index");

        Assert.Contains("$0.42", run.Out, StringComparison.Ordinal);
        Assert.Contains("crush: leaves no token counts on this machine", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Kiro_database_knows_folders_and_no_tokens()
    {
        using LogHome home = new LogHome();
        LogBuilder.Write(home, "Library/Application Support/kiro-cli/data.sqlite3", "kiro");

        AgentSession session = home.Session();

        Assert.Equal(("k1", "/src/app", Exactness.Absent), (session.Id, session.WorkingDirectory, session.Exactness));
    }

    [Fact]
    public void Database_that_its_agent_has_locked_is_told()
    {
        using LogHome home = new LogHome();
        LogBuilder.Write(home, ".hermes/state.db", "hermes");
        using SqliteConnection hermes = home.Writer(".hermes/state.db");
        LogHome.Execute(hermes, "BEGIN EXCLUSIVE");

        Assert.Empty(home.Sessions());
        Assert.Equal(["unreadable: the agent holds the database; try again when it is idle"], home.Problems());
    }

    // A field of a protobuf message that holds bytes.
    private static string Field(int number, string bytes)
    {
        int length = bytes.Length / 2;
        string size = length < 128 ? $"{length:X2}" : $"{(length & 127) | 128:X2}{length >> 7:X2}";
        return $"{(number << 3) | 2:X2}{size}{bytes}";
    }

    private static string Hex(string text) => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));
}
