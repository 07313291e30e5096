using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Core.Evidence.Extents;

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

    /// <summary>
    /// What a share of the lines of one file says, for the lines that the commit made there: all of them are AI, or some, or nothing is said. A note hands it on as it does lines that it
    /// names: <c>Files[path] = [range]</c>.
    /// </summary>
    /// <param name="statement">Who wrote the share. Its grade should be <see cref="EvidenceGrade.Lines"/>, as of all that is said of single files.</param>
    /// <param name="percent">The share, 0 to 100.</param>
    public static AttestedRange? OfFile(EvidenceStatement statement, double percent) => Share(percent) switch
    {
        EvidenceExtent.Whole => new AttestedRange(1, int.MaxValue, statement),
        EvidenceExtent.Part => new AttestedRange(1, int.MaxValue, statement with { Extent = EvidenceExtent.Part }),
        _ => null,
    };

    /// <summary>What a share in percent says.</summary>
    public static EvidenceExtent Share(double percent) => percent <= 0 ? EvidenceExtent.None : percent >= 100 ? EvidenceExtent.Whole : EvidenceExtent.Part;
}
