using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Cli.Tests.Sessions;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Agents;

public class VsCodeChatTests
{
    private const string Storage = ".config/Code/User/workspaceStorage/w";
    private const string Chat = Storage + "/chatSessions/c1.jsonl";

    [Fact]
    public void Request_that_was_taken_back_was_paid_for()
    {
        using LogHome home = new LogHome().Write(
            Chat,
            Document(Request(1, 10, 1), Request(2, 20, 2)),
            $$"""{"kind":2,"k":["requests"],"i":1,"v":[{{Request(3, 30, 3)}}]}""");

        Assert.Equal(new TokenUsage(60, 6), home.Session().Usage);
    }

    [Fact]
    public void Counts_may_be_set_one_by_one()
    {
        using LogHome home = new LogHome().Write(
            Chat,
            Document("""{"requestId":"r1","timestamp":1790848800000,"modelId":"copilot/gpt-5.2"}"""),
            """{"kind":1,"k":["requests",0,"promptTokens"],"v":10}""",
            """{"kind":1,"k":["requests",0,"result","metadata","outputTokens"],"v":3}""",
            """{"kind":1,"k":["requests",7,"promptTokens"],"v":99}""",
            """{"kind":3,"k":["requests",0,"result"]}""");

        Assert.Equal((new TokenUsage(10, 3), "gpt-5.2"), (home.Session().Usage, Assert.Single(home.Session().Models)));
    }

    [Fact]
    public void Document_that_became_a_journal_counts_once()
    {
        using LogHome home = new LogHome()
            .Write(Chat, Document(Request(1, 10, 1)))
            .Write(Storage + "/chatSessions/c1.json", $$"""{"requests":[{{Request(1, 10, 1)}}]}""");

        Assert.Equal(new TokenUsage(10, 1), home.Session().Usage);
    }

    [Fact]
    public void Chat_of_an_older_version_has_no_tokens_and_one_that_was_never_used_is_none()
    {
        using LogHome home = new LogHome()
            .Write(Chat, Document("""{"requestId":"r1","timestamp":1790848800000}"""))
            .Write(Storage + "/chatSessions/c2.jsonl", Document());

        Assert.Equal(("c1", Exactness.Absent), (home.Session().Id, home.Session().Exactness));
    }

    [Fact]
    public void Edits_have_their_path_and_lines()
    {
        using LogHome home = new LogHome().Write(
            Chat,
            Document(Request(1, 10, 1)),
            """{"kind":2,"k":["requests",0,"response"],"v":[{"kind":"textEditGroup","uri":{"scheme":"file","path":"/c:/src/app/A.cs"},"edits":[[{"text":"int a;\nint b;"}],[]]},{"kind":"textEditGroup"}]}""");

        EditedFile edit = Assert.Single(home.Session().EditedFiles);

        Assert.Equal(("C:/src/app/A.cs", 2), (edit.Path, edit.LineHashes.Count));
    }

    [Theory]
    [InlineData("""{"folder":"file:///src/my%20app"}""", "/src/my app")]
    [InlineData("""{"folder":"file:///c%3A/src/app"}""", "C:/src/app")]
    [InlineData("""{"folder":"vscode-remote://wsl%2Bubuntu/home/dev/app"}""", "/home/dev/app")]
    [InlineData("""{"workspace":"file:///src/app/app.code-workspace"}""", "/src/app")]
    [InlineData("""{"folder":"vscode-vfs://github/owner/app"}""", null)]
    public void Folder_is_the_one_that_was_open(string workspace, string? folder)
    {
        using LogHome home = new LogHome().Write(Storage + "/workspace.json", workspace).Write(Chat, Document(Request(1, 10, 1)));

        Assert.Equal(folder, home.Session().WorkingDirectory);
    }

    [Theory]
    [InlineData("Library/Application Support/Code/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData("AppData/Roaming/Code - Insiders/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData(".config/VSCodium/User/globalStorage/emptyWindowChatSessions/c1.jsonl")]
    [InlineData(".config/Code/User/profiles/p1/globalStorage/emptyWindowChatSessions/c1.jsonl")]
    [InlineData(".vscode-server/data/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData(".vscode-remote/data/User/workspaceStorage/w/chatSessions/c1.json")]
    [InlineData(".openvscode-server/data/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData(".var/app/com.visualstudio.code/config/Code/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData("Library/Application Support/VSCodium - Insiders/User/workspaceStorage/w/chatSessions/c1.jsonl")]
    [InlineData(".config/Windsurf - Next/User/workspaceStorage/w/chatSessions/c1.jsonl.gz")]
    public void Chats_are_found_on_every_platform_in_every_profile_and_on_the_far_end(string path)
    {
        string journal = Document(Request(1, 10, 1));
        using LogHome home = path.EndsWith(".gz", StringComparison.Ordinal) ? new LogHome().WriteBytes(path, RotatedLogTests.Gzip(journal))
            : new LogHome().Write(path, path.EndsWith(".json", StringComparison.Ordinal) ? journal["{\"kind\":0,\"v\":".Length..journal.LastIndexOf('}')] : journal);

        Assert.Equal(11, home.Session().Usage.Total);
    }

    [Fact]
    public void Debug_log_of_a_sub_agent_belongs_to_its_conversation_and_a_repeated_call_counts_once()
    {
        const string Call = """{"type":"llm_request","ts":1790848801000,"spanId":"1","attrs":{"model":"gpt-5.2","inputTokens":50,"outputTokens":5,"cachedTokens":40}}""";
        using LogHome home = new LogHome()
            .Write(Storage + "/GitHub.copilot-chat/debug-logs/c1/main.jsonl", Call, """{"type":"tool_call","ts":1790848802000}""")
            .Write(Storage + "/GitHub.copilot-chat/debug-logs/c1/runSubagent-1.jsonl", Call, Call.Replace("1790848801000", "1790848803000", StringComparison.Ordinal));

        Assert.Equal((new TokenUsage(20, 10, 80), "c1"), (home.Session().Usage, home.Session().Id));
    }

    [Fact]
    public void Count_that_is_text_or_smaller_than_its_cached_part_is_told()
    {
        using LogHome home = new LogHome().Write(
            Storage + "/GitHub.copilot-chat/debug-logs/c1/main.jsonl",
            """{"type":"llm_request","ts":1790848801000,"attrs":{"inputTokens":50,"outputTokens":"5","cachedTokens":60}}""");

        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.StartsWith("2 count(s) of tokens can be none", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Pipe_in_the_place_of_a_side_file_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        using LogHome home = new LogHome().Write(Chat, Document(Request(1, 10, 1)));
        System.Diagnostics.Process.Start("mkfifo", home.PathOf(Storage + "/workspace.json")).WaitForExit();

        Assert.Null(home.Session().WorkingDirectory);
    }

    private static string Document(params string[] requests) => $$"""{"kind":0,"v":{"version":3,"creationDate":1790848800000,"requests":[{{string.Join(',', requests)}}]} }""";

    private static string Request(int id, int prompt, int output) =>
        $$"""{"requestId":"r{{id}}","timestamp":179084880{{id}}000,"modelId":"copilot/gpt-5.2","promptTokens":{{prompt}},"completionTokens":{{output}}}""";
}
