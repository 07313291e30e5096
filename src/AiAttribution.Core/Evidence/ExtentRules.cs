namespace AiAttribution.Core.Evidence;

/// <summary>What several statements come to, and what a share without lines says.</summary>
internal static class ExtentRules
{
    /// <summary>
    /// Of how much of a commit its statements speak together: of all when one that is not weak does, else of some when one does; null without a statement. Notes that name lines are
    /// asked before, for the files that they name.
    /// </summary>
    public static EvidenceExtent? Of(IReadOnlyList<EvidenceStatement> statements)
    {
        bool inPart = false;
        foreach (EvidenceStatement statement in statements)
        {
            if (statement.Extent != EvidenceExtent.Part && statement.Grade > EvidenceGrade.Weak)
                return EvidenceExtent.Whole;
            inPart |= statement.Extent == EvidenceExtent.Part;
        }

        return statements.Count == 0 ? null : inPart ? EvidenceExtent.Part : EvidenceExtent.Whole;
    }

    /// <summary>What a share in percent says.</summary>
    public static EvidenceExtent Share(double percent) => percent <= 0 ? EvidenceExtent.None : percent >= 100 ? EvidenceExtent.Whole : EvidenceExtent.Part;
}
