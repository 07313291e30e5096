using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>What logs show of the text that an edit took the place of: its own lines, and whether others may be among them.</summary>
public class WholeFileEditTests
{
    private const string GeminiLog = ".gemini/tmp/p/chats/session-1.jsonl";
    private const string Copilot = ".copilot/session-state/s1/events.jsonl";
    private const string Codex = ".codex/sessions/2026/10/01/rollout-2026-10-01T10-00-00-s1.jsonl";
    private const string RooLog = ".config/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/t1/ui_messages.json";
    private const string Amp = ".local/share/amp/threads/T-1.json";
    private const string Droid = ".factory/sessions/p/d1.jsonl";
    private const string PiLog = ".pi/agent/sessions/p/1.jsonl";
    private const string Grok = ".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl";

    [Theory]
    [InlineData("""{"name":"write_file","args":{"file_path":"/a/A.cs","content":"one\ntwo\n"}}""", "2 or others'")]
    [InlineData("""{"name":"write_file","args":{"file_path":"/a/A.cs","content":"one\ntwo\n"},"resultDisplay":{"originalContent":"one\n","isNewFile":false}}""", "1")]
    [InlineData("""{"name":"write_file","args":{"file_path":"/a/A.cs","content":"one\ntwo\n"},"resultDisplay":{"originalContent":"","isNewFile":true}}""", "2")]
    [InlineData("""{"name":"replace","args":{"file_path":"/a/A.cs","old_string":"one\n","new_string":"one\ntwo\n"}}""", "1")]
    public void Gemini_write_shows_what_was_there(string call, string expected) =>
        Assert.Equal(expected, Told(Chat("""{"sessionId":"s1","startTime":"2026-10-01T10:00:00Z"}""", $$"""{"id":"g1","timestamp":"2026-10-01T10:00:05Z","type":"gemini","toolCalls":[{{call.Replace("{\"name\"", "{\"status\":\"success\",\"id\":\"c\",\"name\"")}}]}""")));

    [Theory]
    [InlineData("create", """{"path":"/a/A.cs","file_text":"one\ntwo\n"}""", "true", "2")]
    [InlineData("create", """{"path":"/a/A.cs","file_text":"one\ntwo\n"}""", "false", "2 or others'")]
    [InlineData("edit", """{"path":"/a/A.cs","old_str":"one\n","new_str":"one\ntwo\n"}""", "true", "1")]
    public void Copilot_creates_a_file_only_where_there_is_none(string tool, string arguments, string success, string expected) => Assert.Equal(expected, Told(new LogHome().Write(
        Copilot,
        """{"type":"session.start","timestamp":"2026-10-01T10:00:00Z","data":{"sessionId":"s1","context":{"cwd":"/a"}}}""",
        $$"""{"type":"tool.execution_start","timestamp":"2026-10-01T10:00:01Z","data":{"toolCallId":"c","toolName":"{{tool}}","arguments":{{arguments}} } }""",
        $$"""{"type":"tool.execution_complete","timestamp":"2026-10-01T10:00:02Z","data":{"toolCallId":"c","success":{{success}} } }""")));

    [Fact]
    public void Codex_patch_that_moves_lines_adds_none() => Assert.Equal("1", Told(new LogHome().Write(
        Codex,
        """{"timestamp":"2026-10-01T10:00:00Z","type":"session_meta","payload":{"id":"s1","cwd":"/a"}}""",
        """{"timestamp":"2026-10-01T10:00:10Z","type":"response_item","payload":{"type":"custom_tool_call","name":"apply_patch","call_id":"c1","input":"*** Begin Patch\n*** Update File: A.cs\n@@\n-moved();\n context\n+moved();\n+added();\n*** End Patch"}}""")));

    [Theory]
    [InlineData("""{\"tool\":\"editedExistingFile\",\"path\":\"A.cs\",\"content\":\"one\\ntwo\"}""", "2 or others'")]
    [InlineData("""{\"tool\":\"newFileCreated\",\"path\":\"A.cs\",\"content\":\"one\\ntwo\"}""", "2")]
    [InlineData("""{\"tool\":\"appliedDiff\",\"path\":\"A.cs\",\"diff\":\"<<<<<<< SEARCH\\none\\n=======\\none\\ntwo\\n>>>>>>> REPLACE\"}""", "1")]
    public void Roo_tells_new_files_from_others(string tool, string expected) => Assert.Equal(expected, Told(new LogHome()
        .Write(RooLog.Replace("ui_messages", "history_item", StringComparison.Ordinal), """{"workspace":"/a"}""")
        .Write(RooLog, $$"""[{"ts":1790848804000,"type":"say","say":"tool","text":"{{tool}}"}]""")));

    [Theory]
    [InlineData(Amp, """{"id":"T-1","created":1790848800000,"messages":[{"role":"assistant","messageId":1,"content":[{"type":"tool_use","name":"create_file","input":{"path":"/a/A.cs","content":"one\ntwo"}}],"usage":{"inputTokens":1,"outputTokens":1}}]}""", "2 or others'")]
    [InlineData(Amp, """{"id":"T-1","created":1790848800000,"messages":[{"role":"assistant","messageId":1,"content":[{"type":"tool_use","name":"edit_file","input":{"path":"/a/A.cs","old_str":"one","new_str":"one\ntwo"}}],"usage":{"inputTokens":1,"outputTokens":1}}]}""", "1")]
    [InlineData(Droid, """{"timestamp":"2026-10-01T10:00:01Z","message":{"content":[{"type":"tool_use","name":"Create","input":{"file_path":"/a/A.cs","content":"one\ntwo"}}]}}""", "2 or others'")]
    [InlineData(Droid, """{"timestamp":"2026-10-01T10:00:01Z","message":{"content":[{"type":"tool_use","name":"Edit","input":{"file_path":"/a/A.cs","old_str":"one","new_str":"one\ntwo"}}]}}""", "1")]
    [InlineData(Grok, """{"timestamp":1790848804000,"params":{"update":{"content":[{"type":"diff","path":"/a/A.cs","oldText":"one","newText":"one\ntwo"}]}}}""", "1")]
    [InlineData(Grok, """{"timestamp":1790848804000,"params":{"update":{"content":[{"type":"diff","path":"/a/A.cs","oldText":null,"newText":"one\ntwo"}]}}}""", "2")]
    [InlineData(Grok, """{"timestamp":1790848804000,"params":{"update":{"content":[{"type":"diff","path":"/a/A.cs","newText":"one\ntwo"}]}}}""", "2 or others'")]
    public void Edit_tells_what_it_replaces_and_a_whole_file_does_not(string path, string line, string expected) => Assert.Equal(expected, Told(new LogHome().Write(Droid.Replace(".jsonl", ".settings.json", StringComparison.Ordinal), "{}").Write(path, line)));

    [Theory]
    [InlineData("""{"type":"toolCall","id":"c","name":"write","arguments":{"path":"/a/A.cs","content":"one\ntwo"}}""", "2 or others'")]
    [InlineData("""{"type":"toolCall","id":"c","name":"edit","arguments":{"path":"/a/A.cs","edits":[{"oldText":"one","newText":"one\ntwo"}]}}""", "1")]
    public void Pi_edit_tells_what_it_replaces(string call, string expected) => Assert.Equal(expected, Told(new LogHome().Write(
        PiLog,
        """{"type":"session","version":3,"id":"p1","cwd":"/a"}""",
        $$"""{"type":"message","id":"m","timestamp":"2026-10-01T10:00:01Z","message":{"role":"assistant","content":[{{call}}] } }""")));

    [Theory]
    [InlineData("edit", """{"filePath":"/a/A.cs","oldString":"one","newString":"one\ntwo"}""", "{}", "1")]
    [InlineData("write", """{"filePath":"/a/A.cs","content":"one\ntwo"}""", """{"exists":false}""", "2")]
    [InlineData("write", """{"filePath":"/a/A.cs","content":"one\ntwo"}""", """{"exists":true}""", "2 or others'")]
    [InlineData("write", """{"filePath":"/a/A.cs","content":"one\ntwo"}""", "{}", "2 or others'")]
    public void OpenCode_write_tells_whether_there_was_a_file(string tool, string input, string metadata, string expected) => Assert.Equal(expected, Told(new LogHome().Database(
        ".local/share/opencode/opencode.db",
        "CREATE TABLE session(id TEXT, parent_id TEXT, directory TEXT, time_created INTEGER)",
        "INSERT INTO session VALUES('s1', NULL, '/a', 1790848800000)",
        "CREATE TABLE part(id TEXT, message_id TEXT, session_id TEXT, data TEXT)",
        $$"""INSERT INTO part VALUES('p1', 'm1', 's1', '{"type":"tool","tool":"{{tool}}","state":{"status":"completed","input":{{input}},"metadata":{{metadata}},"time":{"end":1790848801000} } } ')""")));

    private static LogHome Chat(params string[] lines) => new LogHome().Write(GeminiLog, lines);

    private static string Told(LogHome home)
    {
        using (home)
        {
            EditedFile edit = Assert.Single(home.Sessions().SelectMany(session => session.EditedFiles));
            return $"{edit.LineHashes.Count}{(edit.MayRepeat ? " or others'" : "")}";
        }
    }
}
