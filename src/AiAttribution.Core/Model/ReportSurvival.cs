using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Model;

/// <summary>What became of AI lines since the first of them landed, beside the other lines that landed in the same time.</summary>
/// <param name="Since">When the first AI change landed; null when none did.</param>
/// <param name="Until">The newest thing that is known: the time of HEAD or of the newest deployment.</param>
/// <param name="IsCut">Whether older AI changes are left out, because history is too long or cut off.</param>
/// <param name="Ai">Lines with AI evidence.</param>
/// <param name="Other">The other lines.</param>
/// <param name="Changes">The AI changes, newest first.</param>
internal sealed record ReportSurvival(DateTimeOffset? Since, DateTimeOffset Until, bool IsCut, LineLives Ai, LineLives Other, IReadOnlyList<ReportChange> Changes)
{
    /// <summary>The same lines by the month in which they landed, AI lines first.</summary>
    public IReadOnlyList<SurvivalCohort> Cohorts { get; init; } = [];

    /// <summary>AI lines of the commit beyond those of <see cref="Ai"/> that are still there: a change of layout broke one into several, or one stands at several places.</summary>
    public int Repeated { get; init; }
}
