using AiAttribution.Cli.Tests.Fixtures;

namespace AiAttribution.Cli.Tests.Agents;

public class UnreadPlacesTests
{
    [Theory]
    [InlineData(".cursor/chats/0123/c1/store.db", "cursor: keeps no tokens on disk; its vendor's usage report has them (~/.cursor/chats).")]
    [InlineData(".local/state/warp-terminal/warp.sqlite", "warp: keeps no tokens on disk")]
    [InlineData("AppData/Local/warp/Warp/data/warp.sqlite", "warp: keeps no tokens on disk")]
    [InlineData("AppData/Local/JetBrains/Rider2026.2/aia-task-history/t1.json", "jetbrains-ai-assistant: keeps no tokens on disk")]
    [InlineData("Library/Caches/JetBrains/Rider2026.2/aia/t1.json", "jetbrains-ai-assistant: keeps no tokens on disk")]
    [InlineData(".config/github-copilot/rd/chat-agent-sessions/c1/copilot-agent-sessions-nitrite.db", "copilot in JetBrains: keeps no tokens on disk")]
    [InlineData(".gemini/antigravity/conversations/a1.pb", "antigravity: these conversations are encrypted")]
    [InlineData(".codeium/windsurf/cascade/w1.pb", "windsurf: these conversations are encrypted")]
    [InlineData(".config/Kiro/User/globalStorage/kiro.kiroagent/0123/a.chat", "kiro: keeps no tokens on disk")]
    [InlineData(".local/share/amazon-q/data.sqlite3", "amazon-q: keeps no tokens on disk")]
    [InlineData(".local/share/crush/projects.json", "crush: its list of projects leads to no store on this machine (~/.local/share/crush/projects.json).", "[]")]
    [InlineData(".continue/sessions/1.json", "continue: keeps logs here that are not read (~/.continue/sessions).")]
    public async Task What_lies_there_is_named(string path, string sentence, string content = "x")
    {
        using LogHome home = new LogHome().Write(path, content);

        ToolRun run = await Run(home);

        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no session found", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agent_whose_sessions_are_listed_is_not_named_again()
    {
        using LogHome home = new LogHome().Write(".cursor/chats/0123/c1/store.db", "x");
        LogBuilder.Write(home, ".config/Cursor/User/globalStorage/state.vscdb", "cursor");

        Assert.DoesNotContain("~/.cursor", (await Run(home)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encrypted_conversation_that_the_newer_store_has_is_not_named()
    {
        using LogHome home = new LogHome()
            .Write(".gemini/antigravity/conversations/a1.pb", "x")
            .Database(".gemini/antigravity/conversations/a1.db", "CREATE TABLE gen_metadata(idx INTEGER, data BLOB)");

        Assert.DoesNotContain("encrypted", (await Run(home)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_agents_that_were_asked_for_are_named()
    {
        using LogHome home = new LogHome().Write(".cursor/chats/0123/c1/store.db", "x").Write(".local/state/warp-terminal/warp.sqlite", "x");

        string error = (await Run(home, "--agent", "cursor")).Error;

        Assert.Contains("cursor: keeps", error, StringComparison.Ordinal);
        Assert.DoesNotContain("warp", error, StringComparison.Ordinal);
    }

    private static Task<ToolRun> Run(LogHome home, params string[] arguments) => ToolRun.Of(home.Folder, ["sessions", "--home", home.Folder, "--no-index", .. arguments]);
}
