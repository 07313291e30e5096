using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Project;

/// <summary>The report's view of a scan.</summary>
internal static class EvidenceSummary
{
    /// <summary>The same figures in the words of reports.</summary>
    /// <param name="summary">What was read.</param>
    /// <param name="builderOf">Who made a commit, as a number; null for a machine.</param>
    public static ReportEvidence Of(ScanSummary summary, Func<string, int?> builderOf) => new(
        summary.Commits,
        summary.AiCommits,
        summary.WeakCommits,
        summary.Notes,
        summary.UnreachableNotes,
        summary.IsShallow,
        summary.Kinds,
        Agents(summary, builderOf))
    {
        AdoptedNotes = summary.AdoptedNotes,
        InPart = summary.InPart,
        Resolved = summary.Resolved,
    };

    private static AgentCounts Agents(ScanSummary summary, Func<string, int?> builderOf)
    {
        var agents = new AgentCounts();
        foreach ((string commit, IReadOnlyList<EvidenceStatement> said) in summary.Evidence)
        {
            foreach (string agent in said.Select(s => s.Agent).Distinct(StringComparer.Ordinal))
                agents.Add(agent, 1, builderOf(commit));
        }

        return agents;
    }
}
