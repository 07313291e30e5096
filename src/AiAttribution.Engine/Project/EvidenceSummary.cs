using AiAttribution.Core.Model;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Project;

/// <summary>The report's view of a scan.</summary>
internal static class EvidenceSummary
{
    /// <summary>The same figures in the words of reports.</summary>
    public static ReportEvidence Of(ScanSummary summary) => new(
        summary.Commits,
        summary.AiCommits,
        summary.WeakCommits,
        summary.Notes,
        summary.UnreachableNotes,
        summary.IsShallow,
        summary.Kinds,
        summary.Agents)
    {
        AdoptedNotes = summary.AdoptedNotes,
        InPart = summary.InPart,
        Resolved = summary.Resolved,
    };
}
