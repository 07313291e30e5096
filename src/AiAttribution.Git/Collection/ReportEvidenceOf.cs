using AiAttribution.Core.Reports.Model;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Collection;

/// <summary>The report's view of a scan.</summary>
internal static class ReportEvidenceOf
{
    public static ReportEvidence Summary(ScanSummary summary) => new(
        summary.Commits,
        summary.AiCommits,
        summary.WeakCommits,
        summary.Notes,
        summary.UnreachableNotes,
        summary.IsShallow,
        summary.Kinds,
        summary.Agents);
}
