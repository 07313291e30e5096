using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.Sessions;

/// <summary>Where session records are, and what tokens cost.</summary>
internal sealed record LedgerOptions
{
    /// <summary>Paths of session records in the attributed commit.</summary>
    public IReadOnlyList<Glob> SessionFiles { get; init; } = RecordedFormats.SessionFiles;

    /// <summary>Paths of agents' telemetry in the attributed commit.</summary>
    public IReadOnlyList<Glob> TelemetryFiles { get; init; } = RecordedFormats.TelemetryFiles;

    /// <summary>Prices that a policy states beside those of the product: for records that state no cost, and for models of its own.</summary>
    public IReadOnlyList<PriceOverride> Prices { get; init; } = [];
}
