using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Model;

/// <summary>What lasting change reached production, as the tool and reports tell it.</summary>
internal sealed record ReportOutcomes
{
    /// <summary>Why it is not known, and what can be done about it; null where it is known.</summary>
    public string? NotKnown { get; init; }

    /// <summary>Environments that count as production.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Deployments that could not be looked into, one phrase each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The weeks that were asked for, oldest first; empty where nothing is known.</summary>
    public IReadOnlyList<OutcomeWindow> Weeks { get; init; } = [];

    /// <summary>All of these weeks; null where nothing is known.</summary>
    public OutcomeWindow? Total { get; init; }

    /// <summary>What came since the release before; null where there is none, it is not known, or nobody asked.</summary>
    public OutcomeWindow? Release { get; init; }

    /// <summary>Whether a release was asked for, so that it is told when nothing is known of it.</summary>
    public bool AsksRelease { get; init; }

    /// <summary>With what came since the release before.</summary>
    public ReportOutcomes With(OutcomeWindow? release) => this with { Release = release, AsksRelease = true };
}

/// <summary>Normalised deployments of a week, of several, or of a release.</summary>
/// <param name="Name">The Monday of a week, or what a release is called: <c>v1.2..v1.3</c>.</param>
/// <param name="Figures">The figures.</param>
internal sealed record OutcomeWindow(string Name, OutcomeFigures Figures)
{
    /// <summary>How much of it a test ran; null where nothing was measured, or nothing lasting can be executed.</summary>
    public TestedWorth? Tested { get; init; }

    /// <summary>What its AI work cost; null where no session is recorded.</summary>
    public OutcomeCost? Cost { get; init; }

    /// <summary>Whether a week is more than counts in full, so that the rest counts by its logarithm.</summary>
    public bool IsAboveUsual { get; init; }
}
