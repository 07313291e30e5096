using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions.Linking;

namespace AiAttribution.Cli.Capture;

/// <summary>What to capture.</summary>
/// <param name="Home">Where the agents' logs are.</param>
/// <param name="Since">Commits from then on are linked; null for as far back as the logs go.</param>
/// <param name="Now">The time; a response that is younger than a moment may still grow.</param>
/// <param name="DryRun">Whether nothing is written.</param>
internal sealed record CaptureRequest(AgentHome Home, DateTimeOffset? Since, DateTimeOffset Now, bool DryRun)
{
    /// <summary>Folders that the repository had where the agents worked, besides the ones it has now.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Makes links for the commit that a hook was called for; null outside of a hook.</summary>
    public Func<string, IEnumerable<CommitLink>>? HookLinks { get; init; }
}
