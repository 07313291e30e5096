namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Identities of agents by e-mail. Only exact addresses: people work at the vendors' domains, and people bear the agents' names.</summary>
internal static class Identities
{
    private const string GitHub = "@users.noreply.github.com";

    public static readonly AgentIdentity[] All =
    [
        new("claude-code", "noreply@anthropic.com"),
        new("claude-code", "claude@anthropic.com"),
        new("claude-code", "assistant@anthropic.com"),
        new("claude-code", "claude-code@anthropic.com"),

        // One GitHub account per use of Copilot, all with the login Copilot. Its address ends up in people's own settings, so the name must agree.
        new("copilot-autofix", "175728472+Copilot" + GitHub, "Copilot Autofix", Review: true),
        new("copilot-review", "175728472+Copilot" + GitHub, "Copilot", Review: true),
        new("copilot-review", "175728472+Copilot" + GitHub, "GitHub Copilot", Review: true),
        new("copilot-coding-agent", "198982749+Copilot" + GitHub, "Copilot"),
        new("copilot-coding-agent", "198982749+Copilot" + GitHub, "GitHub Copilot"),
        new("copilot-coding-agent", "copilot-swe-agent" + GitHub, "copilot-swe-agent"),
        new("copilot-autofix", "Copilot" + GitHub, "Copilot Autofix", Review: true),
        new("copilot-coding-agent", "Copilot" + GitHub, "copilot-swe-agent"),
        new("copilot", "Copilot" + GitHub, "Copilot"),
        new("copilot", "Copilot" + GitHub, "GitHub Copilot"),
        new("copilot", "github-copilot[bot]" + GitHub, "GitHub Copilot"),
        new("copilot", "copilot@github.com"),
        new("copilot", "no-reply@github.com", "Copilot"),
        new("copilot-autofix", "github-advanced-security[bot]" + GitHub, "Copilot Autofix", Review: true),
        new("copilot-autofix", "github-code-quality[bot]" + GitHub, "Copilot Autofix", Review: true),

        new("cursor", "cursoragent@cursor.com"),
        new("cursor", "noreply@cursor.com", "Cursor"),
        new("codex", "noreply@openai.com"),
        new("codex", "codex@openai.com"),
        new("openhands", "openhands@all-hands.dev"),
        new("openhands", "opendevin@all-hands.dev"),
        new("openhands", "opendevin@opendevin.ai"),
        new("aider", "aider@aider.chat"),
        new("aider", "noreply@aider.chat"),
        new("aider", "noreply@aider.dev"),
        new("amp", "amp@ampcode.com"),
        new("amp", "amp@example.com", "Amp"),
        new("crush", "crush@charm.land"),
        new("roo-code", "roomote@roocode.com"),
        new("cline", "cline-agent" + GitHub, "Cline"),
        new("kiro", "kiro-agent" + GitHub, "Kiro"),
        new("qwen-code", "qwen-coder@alibabacloud.com"),
        new("opencode", "noreply@opencode.ai"),
        new("warp", "oz-agent@warp.dev"),
        new("warp", "agent@warp.dev"),
        new("sisyphus", "clio-agent@sisyphuslabs.ai"),
        new("junie", "junie@jetbrains.com"),
        new("goose", "271095942+aaif-goose" + GitHub),
        new("goose", "goose-agent@block.xyz"),
        new("goose", "goose@block.xyz", "Goose"),
        new("lovable", "noreply@lovable.dev"),
        new("sageox", "ox@sageox.ai"),
        new("claude-flow", "ruv@ruv.net", "claude-flow"),
        new("command-code", "noreply@commandcode.ai"),
        new("azure-sre-agent", "noreply@microsoft.com", "Azure SRE Agent"),
        new("vibe-bot", "vibe-bot@sonarsource.com", "Vibe Bot"),
        new("pi", "pi@badlogic.games", "pi"),
    ];
}
