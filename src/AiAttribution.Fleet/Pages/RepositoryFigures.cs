namespace AiAttribution.Fleet.Pages;

/// <summary>What is known of a repository.</summary>
/// <param name="Name">Host and path.</param>
/// <param name="Known">Day of the newest thing that it reported; null for one that never did.</param>
internal sealed record RepositoryFigures(string Name, string? Known)
{
    /// <summary>Answer of its policy at the newest build.</summary>
    public string Gate { get; init; } = "none";

    /// <summary>Share of lines that are known to be AI or other; null when none was counted.</summary>
    public decimal? Evidence { get; init; }

    public bool HasCoverage { get; init; }

    public bool HasDeployments { get; init; }

    public bool HasSessions { get; init; }

    /// <summary>Version of the tool that wrote the newest envelope.</summary>
    public string? Tool { get; init; }

    /// <summary>Signs that absence of evidence says little.</summary>
    public IReadOnlyList<string> Silence { get; init; } = [];

    /// <summary>Lasting change by month.</summary>
    public IReadOnlyDictionary<string, Told<Change>> Changes { get; init; } = new Dictionary<string, Told<Change>>();

    /// <summary>Spending by month; <see cref="Unlinked"/> for what belongs to no month.</summary>
    public IReadOnlyDictionary<string, Told<Spending>> Spending { get; init; } = new Dictionary<string, Told<Spending>>();

    public Told<LineCounts>? Lines { get; init; }

    public Told<TestedLines>? Tested { get; init; }

    public Told<Lives>? Lives { get; init; }

    /// <summary>The month of what belongs to none.</summary>
    public const string Unlinked = "";
}

/// <summary>What is known of a whole lake.</summary>
/// <param name="Clock">Day of the newest thing that is known, which is the day of all pages; null in an empty lake.</param>
/// <param name="Repositories">In order of names, those that never reported and are expected among them.</param>
/// <param name="Months">The months that are told, oldest first; the last one is that of the clock and may not be over.</param>
internal sealed record FleetFigures(string? Clock, IReadOnlyList<RepositoryFigures> Repositories, IReadOnlyList<string> Months)
{
    /// <summary>How much of the lake these leave out; null when it is all there.</summary>
    public string? Partial { get; init; }
}
