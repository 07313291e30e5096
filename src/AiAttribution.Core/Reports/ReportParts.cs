using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Trails.Binding;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Reports;

/// <summary>Lines of one file by state.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Total">All lines.</param>
/// <param name="Ai">AI lines, those of the baseline too.</param>
/// <param name="Other">Lines without AI evidence.</param>
/// <param name="Unknown">Lines of which nothing is known.</param>
/// <param name="Measurement">Whether tests were measured on this text.</param>
public sealed record ReportFile(string Path, int Total, int Ai, int Other, int Unknown, FileMeasurement Measurement)
{
    /// <summary>How coverage was bound to this text; null when no report names the file.</summary>
    public CoverageBinding? Binding { get; init; }
}

/// <summary>A member with AI lines.</summary>
/// <param name="Name">Display name such as <c>Calc.Add(int, int)</c>.</param>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Line">Line of its identifier, 1-based.</param>
/// <param name="Column">Column of its identifier, 1-based.</param>
/// <param name="Verdict">What is known of it, and what follows.</param>
public sealed record ReportMember(string Name, string Path, int Line, int Column, MemberVerdict Verdict)
{
    /// <summary>Number of tests that call it. It says that they refer to it, not that they ran, and is never part of what is tested.</summary>
    public int LinkedDirectly { get; init; }

    /// <summary>Number of further tests that call a method which calls it.</summary>
    public int LinkedByOneHop { get; init; }

    /// <summary>Whether all tests that refer to it were written by the AI session that wrote its AI lines; null when that is not known.</summary>
    public bool? SameSession { get; init; }

    /// <summary>What its AI lines bear (see <see cref="TokenLedger.Rule"/>); null when no session is recorded for the commits they come from.</summary>
    public Spending? Tokens { get; init; }
}

/// <summary>What was read of history.</summary>
/// <param name="Commits">Commits of the history.</param>
/// <param name="AiCommits">Commits with evidence that is not weak.</param>
/// <param name="WeakCommits">Commits with weak evidence only.</param>
/// <param name="Notes">git-ai notes that annotate a commit of this history.</param>
/// <param name="UnreachableNotes">git-ai notes that annotate anything else.</param>
/// <param name="IsShallow">Whether history is cut off.</param>
/// <param name="Kinds">Commits per kind of evidence.</param>
/// <param name="Agents">Commits per agent.</param>
public sealed record ReportEvidence(
    int Commits,
    int AiCommits,
    int WeakCommits,
    int Notes,
    int UnreachableNotes,
    bool IsShallow,
    IReadOnlyDictionary<EvidenceKind, int> Kinds,
    IReadOnlyDictionary<string, int> Agents);

/// <summary>What was known of tests.</summary>
/// <param name="Reports">Coverage reports read.</param>
/// <param name="MeasuredFiles">Files of the subject that were measured on this very text.</param>
/// <param name="StaleFiles">Files of the subject that changed since they were measured.</param>
/// <param name="Unresolved">Names in coverage reports that belong to no file of the repository.</param>
public sealed record ReportTests(int Reports, int MeasuredFiles, int StaleFiles, IReadOnlyList<string> Unresolved);

/// <summary>What was known of deployments.</summary>
/// <param name="Count">Deployments to environments that count as live, tags and releases where those count.</param>
/// <param name="Newest">The newest of them, such as <c>v2.3 on production</c>; null when there is none.</param>
/// <param name="Environments">All environments, in order of service and name.</param>
/// <param name="Unplaced">Deployments that name no commit.</param>
/// <param name="Missing">Deployments of commits that are not in the repository.</param>
/// <param name="OddClocks">Times that cannot be right, one sentence each.</param>
public sealed record ReportDeployments(
    int Count,
    string? Newest,
    IReadOnlyList<ReportEnvironment> Environments,
    int Unplaced,
    int Missing,
    IReadOnlyList<string> OddClocks)
{
    /// <summary>Nothing is known.</summary>
    public static ReportDeployments None { get; } = new(0, null, [], 0, 0, []);
}

/// <summary>What happened to one service in one environment.</summary>
/// <param name="Service">The service; empty when there is one only.</param>
/// <param name="Name">Name of the environment.</param>
/// <param name="IsLive">Whether code that runs there counts as live.</param>
/// <param name="Deployments">Deployments that succeeded.</param>
/// <param name="Rollbacks">Those of them that went back.</param>
/// <param name="Failures">Deployments that failed.</param>
/// <param name="Running">What runs there, of releases the newest; null for nothing.</param>
public sealed record ReportEnvironment(string Service, string Name, bool IsLive, int Deployments, int Rollbacks, int Failures, string? Running);
