using AiAttribution.Cli.Agents;
using AiAttribution.Cli.Agents.ClaudeCode;
using AiAttribution.Cli.Agents.Codex;
using AiAttribution.Cli.Agents.Copilot;
using AiAttribution.Cli.Agents.RooCode;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Sessions;

/// <summary>The agents whose logs are read.</summary>
internal static class SessionReaders
{
    public static readonly IReadOnlyList<ISessionReader> All =
    [
        new AiderReader(),
        new AmpReader(),
        new AntigravityReader(),
        new ClaudeCodeReader(),
        new ClineReader(),
        new ClineTaskReader(),
        new CodexReader(),
        new CopilotReader(),
        new CopilotDesktopReader(),
        new CopilotTracesReader(),
        new VsCodeChatReader(),
        new VsCodeCopilotReader(),
        new VsCodeDebugLogReader(),
        new CrushReader(),
        new CursorReader(),
        new DevinReader(),
        new DroidReader(),
        new GeminiReader(),
        new GooseReader(),
        new GrokReader(),
        new HermesReader(),
        new JunieReader(),
        new KiloReader(),
        new KiloTaskReader(),
        new KimiReader(),
        new KimiCodeReader(),
        new KiroReader(),
        new KiroDatabaseReader(),
        new OpenClawReader(),
        new OpenCodeReader(),
        new PiReader(),
        new QwenReader(),
        new RooCodeReader(),
        new ZedReader(),
    ];
}
