using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model;

/// <summary>Says how many git-ai notes of the repository speak of this history, and what becomes of the others.</summary>
internal static class GitAiNoteWords
{
    /// <summary>
    /// Brings what servers keep of squashed branches (GitHub keeps the head of every pull request), so that the commits which the notes annotate can be found again.
    /// </summary>
    public const string FetchOriginals = "git fetch origin '+refs/heads/*:refs/remotes/origin/*' '+refs/pull/*/head:refs/remotes/origin/pull/*'";

    /// <summary>One to three sentences; null without notes.</summary>
    public static string? Of(ReportEvidence evidence)
    {
        int all = evidence.Notes + evidence.UnreachableNotes;
        if (all == 0)
            return null;
        if (evidence.UnreachableNotes == 0)
            return $"{Count(all, "git-ai note")} {(all == 1 ? "was" : "were")} read, all of this history.";
        string adopted = evidence.AdoptedNotes == 0
            ? "No commit here could be shown to have taken their place"
            : $"{Count(evidence.AdoptedNotes, "commit")} here {(evidence.AdoptedNotes == 1 ? "has" : "have")} demonstrably taken the place of such and {(evidence.AdoptedNotes == 1 ? "carries" : "carry")} on their notes";
        return $"{Number(evidence.UnreachableNotes)} of {Count(all, "git-ai note")} ({Percent(evidence.UnreachableNotes, all)}) {(evidence.UnreachableNotes == 1 ? "annotates a commit" : "annotate commits")} that this history does not reach: squashed, rebased, never merged, or not fetched. {adopted}; what the rest attests is lost here.";
    }

    /// <summary>The command that may bring what is missing; null when no note points elsewhere.</summary>
    public static string? Remedy(ReportEvidence evidence) => evidence.UnreachableNotes > 0 ? FetchOriginals : null;
}
