using AiAttribution.Core.Text;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Notes of other tools whose form is not known. They are told once, for all references together.</summary>
/// <param name="Count">Their number.</param>
/// <param name="Commit">Full id of a commit that has one.</param>
/// <param name="References">The references that hold them.</param>
internal sealed record ForeignNotes(int Count, string Commit, IReadOnlyList<string> References)
{
    private const int MostNamed = 3;

    /// <summary>Those among troubles; null without one.</summary>
    public static ForeignNotes? Of(IEnumerable<NoteTrouble> troubles)
    {
        NoteTrouble[] foreign = [.. troubles.Where(trouble => trouble.IsForeign)];
        return foreign.Length == 0 ? null : new ForeignNotes(foreign.Length, foreign[0].Text, [.. foreign.Select(trouble => trouble.Reference).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>One sentence.</summary>
    public string Words
    {
        get
        {
            string places = string.Join(", ", References.Take(MostNamed)) + (References.Count > MostNamed ? " …" : "");
            return $"{Figures.Count(Count, "note")} of another form than is known, in {places}, such as that of commit {Commit[..10]}: left as {(Count == 1 ? "it is" : "they are")}, and no evidence here";
        }
    }
}
