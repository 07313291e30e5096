using AiAttribution.Cli.Sessions.Readers;
using AiAttribution.Cli.Sessions.Readers.ClaudeCode;

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
