using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Agents.RooCode;

/// <summary>Roo Code.</summary>
internal sealed class RooCodeReader() : TaskReader("roo-code", "rooveterinaryinc.roo-cline");

/// <summary>Cline before 4.</summary>
internal sealed class ClineTaskReader() : TaskReader("cline", "saoudrizwan.claude-dev");

/// <summary>Kilo Code before it took over the store of OpenCode: the extension, and its first CLI.</summary>
internal sealed class KiloTaskReader() : TaskReader("kilo", "kilocode.kilo-code")
{
    public override IEnumerable<string> Files(AgentHome home) => base.Files(home).Concat(Tasks(home.In(".kilocode", "cli", "global")));
}
