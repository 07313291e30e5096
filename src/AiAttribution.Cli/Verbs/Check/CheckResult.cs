using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Cli.Verbs.Check;

/// <summary>Verdicts on a day.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="PolicyFile">Name of its file; null when the defaults hold.</param>
/// <param name="Commit">Full id of the commit that is judged.</param>
/// <param name="Range">The range with both ends; null for the working tree.</param>
/// <param name="Today">The day.</param>
/// <param name="Verdicts">Verdicts in the policy's order.</param>
internal sealed record CheckResult(AttributionPolicy Policy, string? PolicyFile, string Commit, string? Range, DateOnly Today, IReadOnlyList<RuleVerdict> Verdicts)
{
    /// <summary>The answer, the same that every report shows.</summary>
    public ReleaseGate Gate { get; } = ReleaseGate.Of(Verdicts, Today);
}
