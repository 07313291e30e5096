namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>GitHub apps that write code with AI, by slug: <c>number+SLUG[bot]@users.noreply.github.com</c>. Apps that only automate are left out.</summary>
internal static class BotSlugs
{
    private static readonly (string Agent, string Slug)[] Writers =
    [
        ("claude-code", "claude"),
        ("claude-code", "anthropic-code-agent"),
        ("copilot-coding-agent", "copilot-swe-agent"),
        ("cursor", "cursor"),
        ("codex", "chatgpt-codex-connector"),
        ("devin", "devin-ai-integration"),
        ("jules", "google-labs-jules"),
        ("factory-droid", "factory-droid"),
        ("roo-code", "roomote"),
        ("roo-code", "roomote-v0"),
        ("cline", "cline-cloud"),
        ("kiro", "kiro-agent"),
        ("lovable", "gpt-engineer-app"),
        ("lovable", "lovable-dev"),
        ("sonarqube-agent", "sonarqube-agent"),
        ("vibe-bot", "ss-vibe-bot"),
        ("vibe-bot", "sonar-nigel"),
        ("amazon-q", "amazon-q-developer"),
        ("engine-labs", "engine-labs-app"),
        ("autocoderover", "autocoderover"),
        ("blink", "blink-so"),
        ("kilo", "kiloconnect"),
        ("pullfrog", "pullfrog"),
    ];

    private static readonly (string Agent, string Slug)[] Reviewers =
    [
        ("gemini-code-assist", "gemini-code-assist"),
        ("ellipsis", "ellipsis-dev"),
        ("greptile", "greptile-apps"),
        ("sourcery", "sourcery-ai"),
        ("coderabbit", "coderabbitai"),
        ("seer", "seer-by-sentry"),
        ("aikido", "aikido-autofix"),
        ("qodo", "qodo-merge-for-open-source"),
        ("cubic", "cubic-dev-ai"),
        ("codeflash", "codeflash-ai"),
    ];

    public static IEnumerable<AgentIdentity> All =>
        Writers.Select(w => Identity(w.Agent, w.Slug, review: false)).Concat(Reviewers.Select(r => Identity(r.Agent, r.Slug, review: true)));

    private static AgentIdentity Identity(string agent, string slug, bool review) =>
        new(agent, slug + "[bot]@users.noreply.github.com", Review: review);
}
