using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>What an envelope tells besides the report.</summary>
internal sealed record FleetFacts
{
    /// <summary>What the pipeline calls its run; the same commit may be built in several.</summary>
    public string Build { get; init; } = "local";

    /// <summary>How often the run was tried.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The system that ran it; null when nobody says.</summary>
    public string? Ci { get; init; }

    /// <summary>Kind of the branch: default, release, other, unknown.</summary>
    public string Branch { get; init; } = "unknown";

    /// <summary>The newest thing that is known; null for the commit.</summary>
    public DateTimeOffset? Known { get; init; }

    /// <summary>Whether enough builders stand behind the year before the commit.</summary>
    public bool IsPublishable { get; init; }

    /// <summary>The months behind which enough builders stand.</summary>
    public IReadOnlyCollection<string> PublishableMonths { get; init; } = [];

    /// <summary>What sessions recorded, by month and group.</summary>
    public IReadOnlyList<MonthCost> Costs { get; init; } = [];
}

/// <summary>What sessions of one group recorded in a month.</summary>
/// <param name="Month">The month; null for sessions that belong to no commit.</param>
/// <param name="Agent">The agent; <c>others</c> and <c>all</c> for those that must not be told apart, <c>unknown</c> for commits without a record.</param>
/// <param name="Model">The model; null when not told.</param>
/// <param name="Exactness">What the counts are worth.</param>
/// <param name="Commits">Commits behind it.</param>
/// <param name="Spent">Tokens and cost.</param>
/// <param name="IsPublishable">Whether enough builders stand behind it.</param>
internal sealed record MonthCost(string? Month, string Agent, string? Model, Exactness Exactness, int Commits, TokenCost Spent, bool IsPublishable);

/// <summary>Lines that landed in one month, and what became of them.</summary>
/// <param name="Month">The month.</param>
/// <param name="IsAi">Whether there is AI evidence for them.</param>
/// <param name="Landed">How many landed.</param>
/// <param name="Dead">Those of them that are gone.</param>
/// <param name="Early">Those that were gone before a fortnight was over.</param>
/// <param name="Young">Those that are there and have not had a fortnight yet.</param>
internal sealed record SurvivalCohort(string Month, bool IsAi, int Landed, int Dead, int Early, int Young);
