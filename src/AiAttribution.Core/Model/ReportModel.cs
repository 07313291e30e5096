using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Model;

/// <summary>Everything that a report tells of one project or repository. All writers read this and nothing else.</summary>
internal sealed record ReportModel
{
    /// <summary>The subject of a report of all of a repository.</summary>
    public const string WholeRepository = "repository";

    /// <summary>Name of the project; <c>repository</c> for all of it.</summary>
    public required string Subject { get; init; }

    /// <summary>What people call the repository; null when nobody knows.</summary>
    public string? Repository { get; init; }

    /// <summary>What tells the repository from all others, such as <c>host.example/owner/shop</c>; null where nobody says.</summary>
    public string? RepositoryKey { get; init; }

    /// <summary>What the report is about, for a heading: the project, or the repository by its name.</summary>
    public string Title => IsWhole && Repository is { } name ? name : Subject;

    /// <summary>Whether it is about all of the repository.</summary>
    public bool IsWhole => Subject == WholeRepository;

    /// <summary>Full id of the attributed commit; null when nothing could be attributed, which <see cref="Notes"/> explain.</summary>
    public string? Commit { get; init; }

    /// <summary>Committer time of that commit; null when nothing could be attributed.</summary>
    public DateTimeOffset? CommitTime { get; init; }

    /// <summary>The policy that was applied.</summary>
    public AttributionPolicy Policy { get; init; } = AttributionPolicy.Default;

    /// <summary>Name of the policy file; null when the defaults were applied.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>SHA-256 of the policy file's bytes, lower-case hexadecimal; null when the defaults were applied.</summary>
    public string? PolicyDigest { get; init; }

    /// <summary>Version of the product; null when the host does not say.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Files that were built from the commit, which the report tells of, too; empty when none was named.</summary>
    public IReadOnlyList<ReportArtifact> Artifacts { get; init; } = [];

    /// <summary>Lines by state.</summary>
    public LineTally Lines { get; init; } = new();

    /// <summary>AI lines that are not judged and not counted among <see cref="Lines"/>, because their files hold code in another form.</summary>
    public IReadOnlyList<ReportUnread> Unread { get; init; } = [];

    /// <summary>Files with AI or unknown lines, in order of paths.</summary>
    public IReadOnlyList<ReportFile> Files { get; init; } = [];

    /// <summary>Members with AI lines, in order of paths and lines. Tests and generated code are left out.</summary>
    public IReadOnlyList<MemberRecord> Members { get; init; } = [];

    /// <summary>Number of members that would be AI-heavy if the baseline's lines were judged.</summary>
    public int BaselineMembers { get; init; }

    /// <summary>What was read of history; null when nothing was.</summary>
    public ReportEvidence? Evidence { get; init; }

    /// <summary>What was known of tests.</summary>
    public ReportTests Tests { get; init; } = new(0, 0, 0, []);

    /// <summary>What was known of deployments.</summary>
    public ReportDeployments Deployments { get; init; } = ReportDeployments.None;

    /// <summary>How far the AI lines outside of tests got, step by step; empty when nothing was attributed.</summary>
    public IReadOnlyList<FunnelStage> Funnel { get; init; } = [];

    /// <summary>What became of AI lines; null when that was not looked into, as in a build.</summary>
    public ReportSurvival? Survival { get; init; }

    /// <summary>What reached production and lasted; null when that was not looked into, as in a build.</summary>
    public ReportOutcomes? Outcomes { get; init; }

    /// <summary>The release before, where the report compares with none; null when there is none, or nobody looked.</summary>
    public ReleaseSince? Since { get; init; }

    /// <summary>What the AI work cost; null when no session is recorded.</summary>
    public ReportTokens? Tokens { get; init; }

    /// <summary>What releases and months used, the current ones first of their kind; <see cref="BudgetState.Of"/> holds them against the policy's budgets.</summary>
    public IReadOnlyList<BudgetPeriod> Periods { get; init; } = [];

    /// <summary>The day on which the rules are answered. It decides only over waivers; by default a day on which all of them hold.</summary>
    public DateOnly Today { get; init; }

    /// <summary>By what the commits of a range were judged, and what they change about that; null without a range.</summary>
    public JudgedRange? Judged { get; init; }

    /// <summary>How many people approve the range's last commit, by the files of approvals that were given; null when none were.</summary>
    public ApprovalTally? Approvals { get; init; }

    /// <summary>AI lines that no rule about members judges; null when nobody looked.</summary>
    public LeftOutTally? LeftOut { get; init; }

    /// <summary>The last day on which the rules answer the same, because then a waiver expires; null when none does.</summary>
    public DateOnly? Until => Policy.Waivers.Where(w => !w.IsExpired(Today)).MinBy(w => w.Expires)?.Expires;

    /// <summary>What the policy's rules found; the waivers are those of <see cref="Policy"/>, which has those in the code, too.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; init; } = [];

    /// <summary>Every <c>[SuppressMessage]</c> in the code that names one of our codes, in order of places. Those that are waivers stand among the policy's waivers, too.</summary>
    public IReadOnlyList<CodeSuppression> Suppressions { get; init; } = [];

    /// <summary>What was missing or wrong.</summary>
    public IReadOnlyList<BuildProblem> Notes { get; init; } = [];

    /// <summary>What an envelope tells besides; null when none is asked for.</summary>
    public FleetFacts? Fleet { get; init; }

    /// <summary>How it compares with the release before; null when nobody asked.</summary>
    public ReleaseDelta? Delta { get; init; }
}
