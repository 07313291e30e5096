using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Cli.Capture;

/// <summary>What the environment of a git hook says: which agent's shell made the commit. With several agents nested in each other all of them took part.</summary>
internal sealed class HookEnvironment(Func<string, string?> variable)
{
    private static readonly (string Variable, string Agent)[] Variables =
    [
        ("CLAUDE_CODE_SESSION_ID", "claude-code"),
        ("CODEX_THREAD_ID", "codex"),
        ("COPILOT_AGENT_SESSION_ID", "copilot"),
    ];

    /// <summary>Links of the commit that was just made. A session that is not in the logs links nothing, so a variable left over from elsewhere does no harm.</summary>
    public IEnumerable<CommitLink> Links(string commit, DateTimeOffset time) =>
        from agent in Variables
        let session = variable(agent.Variable)?.Trim()
        where !string.IsNullOrEmpty(session)
        select new CommitLink(agent.Agent, session, commit, LinkMethod.Environment, time);
}
