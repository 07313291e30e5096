using System.Text.RegularExpressions;
using AiAttribution.Cli.Sessions;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Every variable by which an agent, or a person, moves logs elsewhere.</summary>
public class EnvironmentOverrideTests
{
    /// <summary>Variable, what it is set to, and where below it an agent then logs.</summary>
    public static TheoryData<string, string, string, string> Overrides => new()
    {
        { "AIDER_ANALYTICS_LOG", "moved/log.jsonl", "moved/log.jsonl", "aider" },
        { "AIDER_CHAT_HISTORY_FILE", "moved/chat.md", "moved/chat.md", "aider" },
        { "AMP_DATA_DIR", "moved", "moved/threads/T-1.json", "amp" },
        { "APPDATA", "moved", "moved/Cursor/User/globalStorage/state.vscdb", "cursor" },
        { "APPDATA", "moved", "moved/Block/goose/data/sessions/sessions.db", "goose" },
        { "APPDATA", "moved", "moved/Code/User/globalStorage/github.copilot-chat/agent-traces.db", "copilot" },
        { "APPDATA", "moved", "moved/devin/cli/sessions.db", "devin" },
        { "CLAUDE_CONFIG_DIR", "moved", "moved/projects/p/s1.jsonl", "claude-code" },
        { "CLINE_DATA_DIR", "moved", "moved/sessions/1/1.messages.json", "cline" },
        { "CLINE_DIR", "moved", "moved/data/sessions/1/1.messages.json", "cline" },
        { "CODEX_HOME", "moved", "moved/sessions/2026/05/01/rollout-2026-05-01T10-00-00-s1.jsonl", "codex" },
        { "CODEX_HOME", "moved", "moved/archived_sessions/rollout-2026-05-01T10-00-00-s1.jsonl", "codex" },
        { "COPILOT_HOME", "moved", "moved/session-state/s1/events.jsonl", "copilot" },
        { "COPILOT_HOME", "moved", "moved/data.db", "copilot" },
        { "COPILOT_HOME", "moved", "moved/otel/1.jsonl", "copilot" },
        { "COPILOT_OTEL_FILE_EXPORTER_PATH", "moved/otel.jsonl", "moved/otel.jsonl", "copilot" },
        { "CRUSH_GLOBAL_DATA", "moved", "moved/projects.json", "crush" },
        { "FACTORY_HOME", "moved", "moved/sessions/p/s1.settings.json", "factory-droid" },
        { "GEMINI_CLI_HOME", "moved", "moved/.gemini/tmp/p/chats/session-1.jsonl", "gemini-cli" },
        { "GOOSE_PATH_ROOT", "moved", "moved/data/sessions/sessions.db", "goose" },
        { "GROK_HOME", "moved", "moved/sessions/%2Fsrc%2Fapp/g1/updates.jsonl", "grok" },
        { "HERMES_HOME", "moved", "moved/state.db", "hermes" },
        { "HERMES_HOME", "moved", "moved/profiles/coder/state.db", "hermes" },
        { "JUNIE_HOME", "moved", "moved/sessions/s1/events.jsonl", "junie" },
        { "KIMI_CODE_HOME", "moved", "moved/sessions/wd_app_1/session_1/agents/main/wire.jsonl", "kimi" },
        { "KIMI_SHARE_DIR", "moved", "moved/sessions/p/s1/wire.jsonl", "kimi" },
        { "KIRO_HOME", "moved", "moved/sessions/cli/s1.json", "kiro" },
        { "LOCALAPPDATA", "moved", "moved/crush/projects.json", "crush" },
        { "LOCALAPPDATA", "moved", "moved/kiro-cli/data.sqlite3", "kiro" },
        { "LOCALAPPDATA", "moved", "moved/Temp/VSGitHubCopilotLogs/traces/1_a_VSGitHubCopilot_traces.jsonl", "copilot" },
        { "LOCALAPPDATA", "moved", "moved/Zed/threads/threads.db", "zed" },
        { "LOCALAPPDATA", "moved", "moved/amp/threads/T-1.json", "amp" },
        { "LOCALAPPDATA", "moved", "moved/Packages/Claude_x/LocalCache/Roaming/Claude/local-agent-mode-sessions/a/.claude/projects/p/s1.jsonl", "claude-code" },
        { "OPENCLAW_DIR", "moved", "moved/agents/main/sessions/s1.jsonl", "openclaw" },
        { "OPENCLAW_STATE_DIR", "moved", "moved/agents/main/sessions/s1.jsonl", "openclaw" },
        { "OPENCODE_DATA_DIR", "moved", "moved/storage/message/ses_1/msg_1.json", "opencode" },
        { "PI_CODING_AGENT_DIR", "moved", "moved/sessions/p/a_s1.jsonl", "pi" },
        { "QWEN_HOME", "moved", "moved/projects/p/chats/s1.jsonl", "qwen-code" },
        { "QWEN_RUNTIME_DIR", "moved", "moved/projects/p/chats/s1.jsonl", "qwen-code" },
        { "TEMP", "moved", "moved/VSGitHubCopilotLogs/traces/1_a_VSGitHubCopilot_traces.jsonl", "copilot" },
        { "TMP", "moved", "moved/VSGitHubCopilotLogs/traces/1_a_VSGitHubCopilot_traces.jsonl", "copilot" },
        { "VSCODE_AGENT_FOLDER", "moved", "moved/data/User/globalStorage/github.copilot-chat/agent-traces.db", "copilot" },
        { "VSCODE_PORTABLE", "moved", "moved/user-data/User/globalStorage/github.copilot-chat/agent-traces.db", "copilot" },
        { "XDG_CONFIG_HOME", "moved", "moved/Cursor/User/globalStorage/state.vscdb", "cursor" },
        { "XDG_CONFIG_HOME", "moved", "moved/Code/User/globalStorage/github.copilot-chat/agent-traces.db", "copilot" },
        { "XDG_CONFIG_HOME", "moved", "moved/claude/projects/p/s1.jsonl", "claude-code" },
        { "XDG_DATA_HOME", "moved", "moved/amp/threads/T-1.json", "amp" },
        { "XDG_DATA_HOME", "moved", "moved/crush/projects.json", "crush" },
        { "XDG_DATA_HOME", "moved", "moved/devin/cli/sessions.db", "devin" },
        { "XDG_DATA_HOME", "moved", "moved/kilo/kilo.db", "kilo" },
        { "XDG_DATA_HOME", "moved", "moved/kiro-cli/data.sqlite3", "kiro" },
        { "XDG_DATA_HOME", "moved", "moved/zed/threads/threads.db", "zed" },
        { "XDG_DATA_HOME", "moved", "moved/goose/sessions/sessions.db", "goose" },
        { "XDG_DATA_HOME", "moved", "moved/opencode/storage/message/ses_1/msg_1.json", "opencode" },
    };

    [Theory]
    [MemberData(nameof(Overrides))]
    public void Logs_are_found_where_the_variable_says(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value);
        LogBuilder.Write(home, path, agent);

        AgentSession session = home.Session();

        Assert.Equal((agent, ""), (session.Agent, string.Join(' ', home.Problems())));
        Assert.True(session.Exactness is Exactness.CreditsOnly or Exactness.Absent || !session.Usage.IsZero);
    }

    [Theory]
    [MemberData(nameof(Overrides))]
    public void Without_the_variable_that_folder_is_not_looked_into(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome();
        LogBuilder.Write(home, path, agent);

        Assert.True(home.Sessions().Count == 0, $"{variable}={value}");
    }

    [Theory]
    [InlineData("CLAUDE_CONFIG_DIR", "claude-code", "projects/p")]
    [InlineData("AMP_DATA_DIR", "amp", "threads")]
    [InlineData("OPENCLAW_DIR", "openclaw", "agents/main/sessions")]
    [InlineData("OPENCLAW_STATE_DIR", "openclaw", "agents/main/sessions")]
    public void Variable_may_list_folders_with_commas(string variable, string agent, string folder)
    {
        using LogHome home = new LogHome().With(variable, "one", "two");
        LogBuilder.Write(home, $"one/{folder}/T-1.json{(agent == "amp" ? "" : "l")}", agent, id: 1);
        LogBuilder.Write(home, $"two/{folder}/T-2.json{(agent == "amp" ? "" : "l")}", agent, id: 2);

        Assert.Equal(2, home.Sessions().Count);
    }

    [Fact]
    public void Codex_may_log_to_two_folders_and_one_with_a_comma_is_one()
    {
        using LogHome two = new LogHome().With("CODEX_HOME", "one", "two");
        LogBuilder.Write(two, "one/sessions/rollout-s1.jsonl", "codex");
        using LogHome comma = new LogHome().With("CODEX_HOME", "a,b");
        LogBuilder.Write(comma, "a,b/sessions/rollout-s1.jsonl", "codex");

        Assert.Equal([1, 1], new[] { two.Sessions().Count, comma.Sessions().Count });
    }

    [Theory]
    [InlineData("~/moved")]
    [InlineData("~\\moved")]
    [InlineData("\"~/moved\"")]
    [InlineData("~/elsewhere, ~/moved")]
    public void Tilde_and_quotation_marks_that_no_shell_took_away_are_understood(string value)
    {
        using LogHome home = new LogHome().Set("CLAUDE_CONFIG_DIR", value);
        LogBuilder.Write(home, "moved/projects/p/s1.jsonl", "claude-code");

        Assert.Equal("claude-code", home.Session().Agent);
    }

    [Fact]
    public void Variable_that_leads_nowhere_is_told()
    {
        using LogHome home = new LogHome().With("CODEX_HOME", "gone").With("XDG_DATA_HOME", "gone");

        SessionOverview overview = new SessionStore(home.Home, SessionReaders.All, null).Overview(PriceTable.BuiltIn);

        Assert.Equal(["CODEX_HOME: names a place that is not there, so no logs of its agent are found."], overview.Unread);
    }

    [Fact]
    public void Every_variable_that_a_reader_asks_for_is_tried_here()
    {
        string[] folders = ["src/AiAttribution.Cli/Agents", "src/AiAttribution.Cli/Logs"];
        IEnumerable<string> sources = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectFiles.Root, folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText);
        IEnumerable<string> asked = sources.SelectMany(text => Regex.Matches(text, @"\b(?:Variable|Folders)\(""([A-Z_]+)""\)").Select(match => match.Groups[1].Value)).Distinct().Order();

        Assert.Equal(Overrides.Select(row => (string)row[0]).Distinct().Order(), asked.Except(["XDG_CACHE_HOME"]));
    }
}
