using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Scanning;

/// <summary>Attribution of a commit and what was read for it.</summary>
internal sealed record ScanResult(AttributionResult Attribution, ScanSummary Summary, ScanOptions Options)
{
    /// <summary>The result where nobody looked: no line is known to be AI.</summary>
    public static ScanResult Nothing(string commit, ScanOptions options) =>
        new(new AttributionResult(commit, [], new Dictionary<string, FileAttribution>()), new ScanSummary(0, 0, 0, [], [], 0, 0, 0, false, []), options);
}

/// <summary>What a scan read.</summary>
/// <param name="Commits">Commits of the history.</param>
/// <param name="AiCommits">Commits with at least one evidence that is not weak.</param>
/// <param name="WeakCommits">Commits with weak evidence only.</param>
/// <param name="Kinds">Commits per kind of evidence, by <see cref="EvidenceKindNames"/>; a commit counts once in each kind it has.</param>
/// <param name="Agents">Commits per agent; a commit counts once for each agent it names.</param>
/// <param name="Notes">Notes of <c>refs/notes/ai</c> that annotate a commit of this history.</param>
/// <param name="UnreachableNotes">Notes that annotate anything else: squashed, rebased or not fetched.</param>
/// <param name="AdoptedNotes">Commits that carry on the notes of commits whose place they took (rebase, amend, cherry-pick, squash).</param>
/// <param name="IsShallow">True when history was cut off by a shallow clone.</param>
/// <param name="Problems">What could not be read, one sentence each, without a person's name.</param>
internal sealed record ScanSummary(
    int Commits,
    int AiCommits,
    int WeakCommits,
    NamedCounts Kinds,
    NamedCounts Agents,
    int Notes,
    int UnreachableNotes,
    int AdoptedNotes,
    bool IsShallow,
    IReadOnlyList<string> Problems)
{
    /// <summary>Commits that are AI in part: some of their lines, and nobody says which.</summary>
    public int InPart { get; init; }

    /// <summary>Those of them whose originals are in the clone, and were asked instead.</summary>
    public int Resolved { get; init; }

    /// <summary>All references in which originals were looked for, by <see cref="OriginalReferences.Fingerprint"/>; null when none was needed.</summary>
    public string? References { get; init; }

    /// <summary>Full ids of contents that files had and that are not here, so that lines which need them are unknown.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Notes of this history whose form is not known; null without one.</summary>
    public ForeignNotes? Foreign { get; init; }

    /// <summary>What each commit with evidence says, by full id, strongest first: its message, its identities, its git-ai note or those that it carries on.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<EvidenceStatement>> Evidence { get; init; } = new Dictionary<string, IReadOnlyList<EvidenceStatement>>();

    /// <summary>Sessions that commits name in trailers and git-ai notes, weak evidence left out, by full id of the commit; those without are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SessionKey>> Sessions =>
        Evidence
            .Select(c => (c.Key, Value: c.Value.Where(s => s.Grade > EvidenceGrade.Weak).Select(s => s.Session).OfType<SessionKey>().Distinct().ToArray()))
            .Where(c => c.Value.Length > 0)
            .ToDictionary(c => c.Key, c => (IReadOnlyList<SessionKey>)c.Value, StringComparer.Ordinal);
}

/// <summary>How far a scan is.</summary>
/// <param name="Step">What is being done, such as <c>reading commits</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 when not known.</param>
internal readonly record struct ScanProgress(string Step, int Done, int Total);
