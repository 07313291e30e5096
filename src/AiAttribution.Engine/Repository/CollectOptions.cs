using AiAttribution.Core.Policy;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Repository;

/// <summary>What to collect from a repository.</summary>
internal sealed record CollectOptions
{
    /// <summary>A folder in the repository.</summary>
    public required string StartDirectory { get; init; }

    /// <summary>What to attribute: HEAD, which files on disk are compared with, or any revision.</summary>
    public string Revision { get; init; } = "HEAD";

    /// <summary>Whether texts are those on disk, which HEAD is compared with; false for those of <see cref="Revision"/>.</summary>
    public bool OnDisk { get; init; } = true;

    /// <summary>Full id of the commit whose files at the root, such as the policy, steer what is collected from git; null for that of <see cref="Revision"/>. On disk those on disk do.</summary>
    public string? Steering { get; init; }

    /// <summary>What is staged, whose texts count in the place of those on disk, and HEAD's in the place of all others; null for those on disk.</summary>
    public StagedFiles? Staged { get; init; }

    /// <summary>Whether nothing is asked of history: lines that are committed are told as if nothing were known to be AI. For who asks of lines that are not.</summary>
    public bool WithoutHistory { get; init; }

    /// <summary>Whether lines that are not committed are those of the sessions that are recorded to have written them. Never in a pipeline, and never for a range.</summary>
    public bool ReadsRecord { get; init; }

    /// <summary>Which paths to attribute; null for C# files.</summary>
    public PathFilter? Include { get; init; }

    /// <summary>Whether lines without AI evidence keep their commit, too; that takes the whole history.</summary>
    public bool KeepAllSources { get; init; }

    /// <summary>Whether the commits in <c>.git-blame-ignore-revs</c> are passed over.</summary>
    public bool PassOverIgnoredRevisions { get; init; } = true;

    /// <summary>Full path of the policy file; null for <c>ai-attribution.json</c> at the repository root, if it is there.</summary>
    public string? PolicyPath { get; init; }

    /// <summary>Full id of the commit whose policy file counts; null for the one on disk.</summary>
    public string? PolicyRevision { get; init; }

    /// <summary>The policy file's bytes, wherever they are from; null to read it.</summary>
    public byte[]? PolicyText { get; init; }

    /// <summary>What the origin of a line is, whatever the policy says; null to follow the policy.</summary>
    public AttributionMode? Mode { get; init; }

    /// <summary>What the origin of a line is where the policy does not say.</summary>
    public AttributionMode DefaultMode { get; init; } = AttributionMode.Meaning;

    /// <summary>Baseline that wins over the policy's; null or empty for the policy's, and <c>all</c> for none.</summary>
    public string? Since { get; init; }

    /// <summary>The range that rules judge, as <c>A..B</c>: a change gives itself no baseline, so that of its beginning counts. Null for none.</summary>
    public string? Range { get; init; }

    /// <summary>Whether the rule that holds when the policy names none is an error, as a build with <c>AiAttributionVerify=error</c> wants it; else it is a warning.</summary>
    public bool EnforceDefaultRule { get; init; }

    /// <summary>The day that decides over waivers.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Full paths of coverage reports; null to look for them where the policy says.</summary>
    public IReadOnlyList<string>? Coverage { get; init; }

    /// <summary>Full paths of test results (TRX, JUnit), which say whether the tests that were measured passed; null to look for them beside the reports.</summary>
    public IReadOnlyList<string>? TestResults { get; init; }

    /// <summary>Full paths of deployment files; null to take those that the policy names.</summary>
    public IReadOnlyList<string>? Deployments { get; init; }

    /// <summary>Full paths of files with the approvals of a pull request, as its forge exports them.</summary>
    public IReadOnlyList<string> Approvals { get; init; } = [];

    /// <summary>Whether symbols of the last build tell which lines are executable where no report does. Not before a compile: its report would depend on whether there was one before.</summary>
    public bool ReadsSymbols { get; init; } = true;

    /// <summary>Whether results may be read from and written to a cache.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether that is the user's own cache, apart from the repository: for who must not trust what others can write beside it.</summary>
    public bool CachesApart { get; init; }

    /// <summary>Whether coverage, sessions and deployments are read only when they are asked for; what is wrong with them is noted then.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Whether attribution is put off in the same way, for who may do without.</summary>
    public bool ScansOnDemand { get; init; }

    /// <summary>Told how far the scan is.</summary>
    public IProgress<ScanProgress>? Progress { get; init; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancel { get; init; }
}
