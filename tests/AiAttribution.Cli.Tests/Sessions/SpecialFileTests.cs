using System.Diagnostics;
using AiAttribution.Cli.Tests.Fixtures;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Pipes and devices under a log's name: nobody may wait for what they never give.</summary>
public class SpecialFileTests
{
    [Theory]
    [InlineData(".claude/projects/-src-app/pipe.jsonl")]
    [InlineData(".codex/sessions/2026/10/01/rollout-2026-10-01T10-00-00-01970000-0000-7000-8000-000000000001.jsonl")]
    [InlineData(".copilot/session-store.db")]
    [InlineData(".copilot/session-state/c1/events.jsonl")]
    [InlineData(".gemini/tmp/app/chats/session-1.jsonl")]
    [InlineData(".local/share/opencode/opencode.db")]
    [InlineData(".local/share/opencode/storage/message/ses_1/msg_1.json")]
    [InlineData(".local/share/goose/sessions/sessions.db")]
    [InlineData(".local/share/amp/threads/T-1.json")]
    [InlineData(".factory/sessions/p/d1.settings.json")]
    [InlineData(".pi/agent/sessions/p/x_p1.jsonl")]
    [InlineData(".openclaw/agents/main/sessions/o1.jsonl")]
    [InlineData(".openclaw/agents/main/agent/openclaw-agent.sqlite")]
    [InlineData(".kiro/sessions/cli/k1.json")]
    [InlineData("repository/.aider.chat.history.md")]
    [InlineData(".config/Cursor/User/globalStorage/state.vscdb")]
    [InlineData(".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db")]
    public async Task Pipe_is_not_opened(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using LogHome home = Pipe(new LogHome(), path);

        Assert.Empty(await Task.Run(home.Sessions).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Pipe_beside_a_log_is_not_opened()
    {
        if (OperatingSystem.IsWindows())
            return;
        using LogHome home = new LogHome()
            .Write(".factory/sessions/p/d1.settings.json", """{"model":"claude-haiku-4-5","tokenUsage":{"inputTokens":15,"outputTokens":150}}""")
            .Write(".gemini/tmp/app/chats/session-1.jsonl", """{"sessionId":"s1","startTime":"2026-05-01T10:00:00Z"}""", """{"id":"g1","timestamp":"2026-05-01T10:00:05Z","type":"gemini","tokens":{"input":1000,"output":100}}""");
        Pipe(Pipe(Pipe(home, ".factory/sessions/p/d1.jsonl"), ".gemini/tmp/app/.project_root"), ".gemini/projects.json");

        Assert.Equal(2, (await Task.Run(home.Sessions).WaitAsync(TimeSpan.FromMinutes(1))).Count);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    public async Task Link_to_an_endless_device_is_not_opened(string device)
    {
        if (!File.Exists(device))
            return;
        using LogHome home = new();
        Directory.CreateDirectory(home.PathOf(".copilot/session-state"));
        File.CreateSymbolicLink(home.PathOf(".copilot/session-state/endless.jsonl"), device);

        Assert.Empty(await Task.Run(home.Sessions).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Link_to_a_log_is_read()
    {
        using LogHome home = new LogHome().Write("elsewhere.jsonl", """{"type":"assistant.message","timestamp":"2026-05-01T10:00:00Z","data":{"outputTokens":9,"model":"gpt-5.2"}}""");
        Directory.CreateDirectory(home.PathOf(".copilot/session-state"));
        File.CreateSymbolicLink(home.PathOf(".copilot/session-state/c1.jsonl"), home.PathOf("elsewhere.jsonl"));

        Assert.Equal(9, home.Session().Usage.Output);
    }

    [Fact]
    public void Linked_project_and_linked_session_are_read_and_a_loop_of_links_ends()
    {
        using LogHome home = new();
        LogBuilder.Write(home, "elsewhere/p/s1.jsonl", "claude-code", id: 1);
        LogBuilder.Write(home, "elsewhere/s2.jsonl", "claude-code", id: 2);
        LogBuilder.Write(home, ".claude/projects/own/s3.jsonl", "claude-code", id: 3);
        Directory.CreateSymbolicLink(home.PathOf(".claude/projects/linked"), home.PathOf("elsewhere/p"));
        File.CreateSymbolicLink(home.PathOf(".claude/projects/own/s2.jsonl"), home.PathOf("elsewhere/s2.jsonl"));
        Directory.CreateSymbolicLink(home.PathOf("elsewhere/p/back"), home.PathOf("elsewhere/p"));
        Directory.CreateSymbolicLink(home.PathOf(".claude/projects/own/up"), home.PathOf(".claude"));

        Assert.Equal(["s1", "s2", "s3"], home.Sessions().Select(session => session.Id).Order(StringComparer.Ordinal));
        Assert.Equal(3, HomeReader.Files(home.Home).Count(file => file.Sessions.Count > 0));
    }

    [Fact]
    public void Folder_with_a_logs_name_is_no_log()
    {
        using LogHome home = new();
        Directory.CreateDirectory(home.PathOf(".claude/projects/p/s1.jsonl"));
        Directory.CreateDirectory(home.PathOf(".copilot/session-store.db"));

        Assert.Empty(home.Sessions());
    }

    private static LogHome Pipe(LogHome home, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home.PathOf(path))!);
        using Process made = Process.Start("mkfifo", home.PathOf(path));
        made.WaitForExit();
        return home;
    }
}
