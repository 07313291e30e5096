using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;

namespace AiAttribution.Git.Scanning;

/// <summary>What to attribute and how.</summary>
internal sealed record ScanOptions
{
    /// <summary>Own agents and the kinds of evidence that count.</summary>
    public EvidenceOptions Evidence { get; init; } = EvidenceOptions.Default;

    /// <summary>What the origin of a line is.</summary>
    public AttributionMode Mode { get; init; } = AttributionMode.Git;

    /// <summary>Baseline: a tag, branch, commit or date (<c>2026-01-31</c>). AI lines from before it stay AI and are marked <c>BeforeBaseline</c>. Null for none.</summary>
    public string? Since { get; init; }

    /// <summary>Keeps the commit of every line, as <c>blame</c> shows it. Without it only AI and unknown lines have one, and the walk ends where no AI work lies further back.</summary>
    public bool KeepAllSources { get; init; }

    /// <summary>Whether the commits in <c>.git-blame-ignore-revs</c> are passed over, as <c>git blame --ignore-revs-file</c> does; without it lines are those of plain <c>git blame</c>.</summary>
    public bool PassOverIgnoredRevisions { get; init; } = true;

    /// <summary>Which paths to attribute.</summary>
    public PathFilter Include { get; init; } = PathFilter.CSharp;

    /// <summary>Whether a result may be read from and written to the repository's cache.</summary>
    public bool UseCache { get; init; } = true;
}
