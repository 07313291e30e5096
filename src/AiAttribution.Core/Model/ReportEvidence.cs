using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>What was read of history.</summary>
/// <param name="Commits">Commits of the history.</param>
/// <param name="AiCommits">Commits with evidence that is not weak.</param>
/// <param name="WeakCommits">Commits with weak evidence only.</param>
/// <param name="Notes">git-ai notes that annotate a commit of this history.</param>
/// <param name="UnreachableNotes">git-ai notes that annotate anything else.</param>
/// <param name="IsShallow">Whether history is cut off.</param>
/// <param name="Kinds">Commits per kind of evidence, by <see cref="EvidenceKindNames"/>.</param>
/// <param name="Agents">Commits per agent.</param>
internal sealed record ReportEvidence(
    int Commits,
    int AiCommits,
    int WeakCommits,
    int Notes,
    int UnreachableNotes,
    bool IsShallow,
    NamedCounts Kinds,
    AgentCounts Agents)
{
    /// <summary>Commits of this history that carry on the notes of commits whose place they took (rebase, amend, cherry-pick, squash).</summary>
    public int AdoptedNotes { get; init; }

    /// <summary>Commits that are AI in part: some of their lines, and nobody says which.</summary>
    public int InPart { get; init; }

    /// <summary>Those of them whose originals are in the clone, and were asked instead; clones differ in it.</summary>
    public int Resolved { get; init; }

    /// <summary>What absence of evidence is worth here: since when there is some, and what switches it off.</summary>
    public IReadOnlyList<SilenceSign> Silence { get; init; } = [];

    /// <summary>The same, and notes that reach no commit, which reports for people tell beside those that do.</summary>
    public IReadOnlyList<SilenceSign> Signs => UnreachableNotes == 0 ? Silence : [.. Silence, new SilenceSign(SilenceKind.Notes, "") { Count = UnreachableNotes }];

    /// <summary>How many notes of other tools have a form that is not known, one sentence without full stop; null without one.</summary>
    public string? ForeignNotes { get; init; }

    /// <summary>The sentences of both.</summary>
    public IEnumerable<string> Limits => [.. Silence.Select(sign => sign.Words), .. ForeignNotes is null ? [] : new[] { ForeignNotes + "." }];
}
