using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;

namespace AiAttribution.Cli.Verbs;

/// <summary>The answer of <c>check</c>.</summary>
/// <param name="Report">What was judged.</param>
/// <param name="Range">The range with both ends; null for the working tree.</param>
/// <param name="Commit">Full id of the commit that is judged.</param>
internal sealed record CheckResult(ReportModel Report, string? Range, string Commit)
{
    /// <summary>The answer, the same that every report shows.</summary>
    public ReleaseGate Gate { get; } = ReleaseGate.Of(Report);

    /// <summary>Whether a pipeline asks.</summary>
    public bool InPipeline { get; init; }

    /// <summary>What mends that nothing can be told, in the words of the pipeline; null when nothing fails by that.</summary>
    public string? Mend { get; init; }
}
