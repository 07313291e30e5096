using AiAttribution.Cli.Agents;
using AiAttribution.Cli.Agents.ClaudeCode;
using AiAttribution.Cli.Agents.Codex;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Sessions;

/// <summary>The agents whose logs are read.</summary>
internal static class SessionReaders
{
    public static readonly IReadOnlyList<ISessionReader> All =
    [
        new AiderReader(),
        new AmpReader(),
        new ClaudeCodeReader(),
        new CodexReader(),
        new CopilotReader(),
        new VsCodeCopilotReader(),
        new CursorReader(),
        new DroidReader(),
        new GeminiReader(),
        new GooseReader(),
        new KiroReader(),
        new OpenClawReader(),
        new OpenCodeReader(),
        new PiReader(),
    ];
}
