using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>One test for each row of the table of totals in <c>agent-homes/2026-11</c>.</summary>
public class AgentHomes2026Tests
{
    [SharedDataFact]
    public void Visual_studio() => Expect("visual-studio", "copilot", 2, new TokenUsage(4_900, 405, 38_500), Exactness.Exact, null);

    [SharedDataFact]
    public void Vs_code_chat_without_a_log() =>
        Expect("vscode-copilot", "copilot", 2, new TokenUsage(93_000, 1_350), Exactness.Partial, null, "bbbbbbbb-0000-4000-8000-000000000001");

    [SharedDataFact]
    public void Vs_code_debug_log_replaces_the_chat() =>
        Expect("vscode-copilot", "copilot", 3, new TokenUsage(16_500, 440, 23_500), Exactness.Exact, null, "bbbbbbbb-0000-4000-8000-000000000002");

    [SharedDataFact]
    public void Copilot_exporter() => Expect("copilot-otel", "copilot", 2, new TokenUsage(900, 650, 58_000, 2_100), Exactness.Exact, 0.037725m);

    [SharedDataFact]
    public void Copilot_desktop() => Expect("copilot-desktop", "copilot", 1, new TokenUsage(8_000, 1_200, 52_000), Exactness.SessionTotal, 0.0576m);

    [SharedDataFact]
    public void Junie() => Expect("junie", "junie", 2, new TokenUsage(2_300, 180, 9_000, 2_400), Exactness.Exact, null);

    [SharedDataFact]
    public void Antigravity() => Expect("antigravity", "antigravity", 2, new TokenUsage(6_100, 450, 4_800), Exactness.Exact, null);

    [SharedDataFact]
    public void Cline() => Expect("cline", "cline", 2, new TokenUsage(1_200, 200, 14_800, 2_500), Exactness.Exact, 0.020415m);

    [SharedDataFact]
    public void Roo_code() => Expect("roo-code", "roo-code", 2, new TokenUsage(45, 40, 1_700, 300), Exactness.Exact, 0.00237m);

    [SharedDataFact]
    public void Kilo() => Expect("kilo", "kilo", 2, new TokenUsage(200, 32, 3_000, 100, Reasoning: 12), Exactness.Exact, null);

    [SharedDataFact]
    public void Hermes()
    {
        IReadOnlyList<AgentSession> sessions = HomeReader.Sessions(PathOf("hermes"), "hermes");

        Assert.Equal(3, sessions.Count);
        Assert.Equal(new TokenUsage(1_250, 95, 9_000, 600, Reasoning: 20), HomeReader.Total(PathOf("hermes"), "hermes"));
        Assert.Equal(0.016275m, sessions.Sum(session => session.Responses.Sum(response => response.ReportedCost)));
        Assert.All(sessions, session => Assert.Equal(Exactness.SessionTotal, session.Exactness));
    }

    [SharedDataFact]
    public void Devin() => Expect("devin", "devin", 3, new TokenUsage(430, 170, 63_500, 200), Exactness.Exact, null);

    [SharedDataFact]
    public void Grok() => Expect("grok", "grok", 2, new TokenUsage(5_000, 1_200, 80_000, Reasoning: 600), Exactness.Exact, 0.0572m);

    [SharedDataFact]
    public void Qwen() => Expect("qwen", "qwen-code", 2, new TokenUsage(4_000, 560, 21_000, Reasoning: 210), Exactness.Exact, null);

    [SharedDataFact]
    public void Kimi_code() => Expect("kimi", "kimi", 3, new TokenUsage(760, 99, 5_000, 300), Exactness.Exact, null, "session_34343434-0000-4000-8000-000000000001");

    [SharedDataFact]
    public void Kimi_cli() => Expect("kimi", "kimi", 1, new TokenUsage(200, 20, 1_000), Exactness.Exact, null, "56565656-0000-4000-8000-000000000001");

    [SharedDataFact]
    public void Zed() => Expect("zed", "zed", 2, new TokenUsage(1_020, 110, 2_500, 40), Exactness.SessionTotal, null);

    [SharedDataFact]
    public void Crush()
    {
        using var home = new LogHome();
        foreach (string file in Directory.EnumerateFiles(PathOf("crush"), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            home.WriteBytes(Path.GetRelativePath(PathOf("crush"), file), File.ReadAllBytes(file));
        const string Registry = ".local/share/crush/projects.json";
        home.Write(Registry, File.ReadAllText(home.PathOf(Registry)).Replace("@HOME@", home.Folder.Replace('\\', '/'), StringComparison.Ordinal));

        AgentSession session = home.Session();

        Assert.Equal(("crush", Exactness.Absent, true, 0.42m), (session.Agent, session.Exactness, session.Usage.IsZero, session.Responses.Sum(response => response.ReportedCost)));
    }

    private static string PathOf(string home) => SharedData.PathOf($"agent-homes/2026-11/{home}");

    // Of several sessions each response counts for one.
    private static void Expect(string home, string agent, int responses, TokenUsage usage, Exactness exactness, decimal? cost, string? id = null)
    {
        AgentSession[] sessions = [.. HomeReader.Sessions(PathOf(home), agent).Where(session => id is null || session.Id == id)];

        Assert.Equal(usage, sessions.Aggregate(default(TokenUsage), (sum, session) => sum + session.Usage));
        Assert.Equal((responses, cost ?? 0), (sessions.Sum(session => session.Responses.Count), sessions.Sum(session => session.Responses.Sum(response => response.ReportedCost ?? 0))));
        Assert.All(sessions, session => Assert.Equal(exactness, session.Exactness));
        Assert.Empty(HomeReader.Files(AgentHome.At(PathOf(home))).SelectMany(file => file.Problems));
    }
}
