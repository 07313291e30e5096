using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>What <c>ai-attribution.json</c> says, with a working default for everything it leaves out.</summary>
internal sealed record AttributionPolicy
{
    /// <summary>Name of the policy file at the repository root.</summary>
    public const string FileName = "ai-attribution.json";

    /// <summary>Where coverlet.msbuild writes when nobody tells it: beside the test project, the framework in the name where there are several.</summary>
    public static IReadOnlyList<Glob> CoverageBesideProjects { get; } = [Glob.ForPaths("**/coverage.*cobertura.xml"), Glob.ForPaths("**/coverage.*opencover.xml"), Glob.ForPaths("**/coverage.*json"), Glob.ForPaths("**/coverage.*info")];

    /// <summary>The policy of a repository that has no policy file.</summary>
    public static AttributionPolicy Default { get; } = new();

    /// <summary><c>heavy.share</c>: the share of AI lines among a member's code lines, above 0 and at most 1, from which the member is AI-heavy.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary><c>heavy.lines</c>: the number of AI lines from which a member is AI-heavy.</summary>
    public int MinimumLines { get; init; } = 5;

    /// <summary><c>attribution.mode</c>: what the origin of a line is. Null when the policy does not say: by meaning then, and as git blame where lines are only listed.</summary>
    public AttributionMode? Mode { get; init; }

    /// <summary><c>attribution.since</c>: tag, commit or date of the baseline; AI lines up to it are reported, never judged; <c>all</c> to judge everything. Null for the commit that brought this package, if any did.</summary>
    public string? Since { get; init; }

    /// <summary>Whether <see cref="Since"/> is the commit that brought this package to the repository, because nobody named a baseline.</summary>
    public bool IsSinceAdoption { get; init; }

    /// <summary><c>deployment.tags</c>: a tag that matches one of them is a deployment. Empty when tags say nothing about deployments.</summary>
    public IReadOnlyList<Glob> DeploymentTags { get; init; } = [Glob.ForNames("v*"), Glob.ForNames("[0-9]*.[0-9]*")];

    /// <summary><c>deployment.branches</c>: a branch that matches one of them is released from.</summary>
    public IReadOnlyList<Glob> DeploymentBranches { get; init; } = [];

    /// <summary><c>deployment.environments</c>: environments in which code is live. Null for production, and where nothing is known of that, releases and tags.</summary>
    public IReadOnlyList<Glob>? DeploymentEnvironments { get; init; }

    /// <summary><c>deployment.files</c>: deployment records of the repository, by path from its root.</summary>
    public IReadOnlyList<Glob> DeploymentFiles { get; init; } = [Glob.ForPaths("/deployments.jsonl")];

    /// <summary><c>deployment.services</c>: which paths belong to which service.</summary>
    public ServiceMap Services { get; init; } = ServiceMap.None;

    /// <summary><c>deployment.graceDays</c>: for so many days a change may wait for its deployment.</summary>
    public int GraceDays { get; init; } = 14;

    /// <summary><c>tests.coverage</c>: coverage reports of the repository, by path.</summary>
    public IReadOnlyList<Glob> Coverage { get; init; } = [Glob.ForPaths("**/TestResults/**/*cobertura.xml"), Glob.ForPaths("**/TestResults/**/coverage.*"), .. CoverageBesideProjects];

    /// <summary><c>sessions.records</c>: session records in the attributed commit, by path.</summary>
    public IReadOnlyList<Glob> SessionFiles { get; init; } = RecordedFormats.SessionFiles;

    /// <summary><c>sessions.telemetry</c>: agents' telemetry in the attributed commit, by path.</summary>
    public IReadOnlyList<Glob> TelemetryFiles { get; init; } = RecordedFormats.TelemetryFiles;

    /// <summary><c>tests.binding</c>: how surely a coverage report must be bound to the text that it measured; what is bound less surely counts as not measured.</summary>
    public CoverageBinding Binding { get; init; } = CoverageBinding.Time;

    /// <summary><c>fleet.repository</c>: what a fleet calls the repository, host and path in lower case. Null for the address of its remote.</summary>
    public string? FleetRepository { get; init; }

    /// <summary><c>evidence</c>: which kinds count, and agents that the catalogue does not know.</summary>
    public EvidenceOptions Evidence { get; init; } = EvidenceOptions.Default;

    /// <summary><c>prices</c>: what models cost, instead of or besides the table inside the product.</summary>
    public IReadOnlyList<PriceOverride> Prices { get; init; } = [];

    /// <summary><c>extends</c> and <c>rules</c>: what is required. The default rule when the policy names neither.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [PolicyRule.Default];

    /// <summary><c>waivers</c>: exceptions from rules.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary><c>gate.waiversInChange</c>: whether waivers and suppressions that a change itself brings count for that change.</summary>
    public bool WaiversInChange { get; init; }

    /// <summary><c>gate.waiverDays</c>: a waiver that still runs for more days does not hold. Null for no limit.</summary>
    public int? WaiverDays { get; init; }

    /// <summary>The numbers that decide over members.</summary>
    public VerdictPolicy Verdicts => new(Share, MinimumLines, GraceDays);
}

/// <summary>What the origin of a line is.</summary>
internal enum AttributionMode
{
    /// <summary>The commit that <c>git blame</c> names.</summary>
    Git,

    /// <summary>The commit that gave the line its meaning: a change of white space or layout and a move within a commit do not take a line over.</summary>
    Meaning,
}
