using AiAttribution.Core.Text;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Something about a note that could not be read.</summary>
/// <param name="IsForeign">Whether its form is of another tool that is not known; else it is of a known form, and damaged.</param>
/// <param name="Reference">The reference that holds it.</param>
/// <param name="Text">For a damaged note what is wrong, with its place; for a foreign one the id of the commit.</param>
internal sealed record NoteTrouble(bool IsForeign, string Reference, string Text)
{
    /// <summary>One sentence for each reference with damaged notes.</summary>
    public static IEnumerable<string> Damage(IEnumerable<NoteTrouble> troubles) => troubles
        .Where(trouble => !trouble.IsForeign)
        .GroupBy(trouble => trouble.Reference, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .SelectMany(group => Once.Of([.. group.Select(trouble => trouble.Text).Order(StringComparer.Ordinal)], group.Key));
}
