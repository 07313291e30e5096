using AiAttribution.Core.Members;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Everything that rules are judged by.</summary>
internal sealed record PolicyInput
{
    /// <summary>Commits to judge; empty when no rule asks.</summary>
    public IReadOnlyList<CommitSubject> Commits { get; init; } = [];

    /// <summary>Members to judge.</summary>
    public IReadOnlyList<MemberRecord> Members { get; init; } = [];

    /// <summary>Files to judge.</summary>
    public IReadOnlyList<FileSubject> Files { get; init; } = [];

    /// <summary>What releases and months used; empty when no session record and no rule asks.</summary>
    public IReadOnlyList<BudgetPeriod> Periods { get; init; } = [];

    /// <summary>Branch that is judged; null when it is not known.</summary>
    public string? Branch { get; init; }

    /// <summary>For each baseline that rules name the commits that belong to it, by full id; one that names nothing here is missing.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Baselines { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Only work of these commits is judged, by full id; null for all.</summary>
    public IReadOnlySet<string>? Range { get; init; }

    /// <summary>Paths of the files that the range changed; null for all.</summary>
    public IReadOnlySet<string>? Changed { get; init; }

    /// <summary>How many people approve the range's last commit; null when no approvals were given.</summary>
    public ApprovalTally? Approvals { get; init; }

    /// <summary>Why history is missing, and the way out; null when it is complete.</summary>
    public string? HistoryGap { get; init; }

    /// <summary>Why lines of some files are not known, and the way out; null when none is missing.</summary>
    public string? ContentGap { get; init; }

    /// <summary>Paths of these files.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Paths of files with AI lines that the commit has and a sparse checkout leaves out.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Why members and files are missing, and the way out; null when they are complete.</summary>
    public string? CodeGap { get; init; }
}
