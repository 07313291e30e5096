using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Findings of which the same is said.</summary>
/// <param name="Sentence">What is said of each, with a capital and a full stop.</param>
/// <param name="Findings">At least one.</param>
internal sealed record FindingGroup(string Sentence, IReadOnlyList<Finding> Findings)
{
    public Finding First => Findings[0];

    /// <summary>The groups in the order of their first findings.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.GroupBy(f => (f.Blocks, f.Code, f.Rule?.Id, Sentence: SentenceOf(f))).Select(g => new FindingGroup(g.Key.Sentence, [.. g])),
    ];

    private static string SentenceOf(Finding finding)
    {
        string text = finding.Message;
        if (SubjectsOf(finding).Select(Printable.Of).FirstOrDefault(s => text.StartsWith(s, StringComparison.Ordinal)) is { } subject && subject.Length < text.Length)
            text = text[subject.Length..].TrimStart(' ', ',');
        if (text.StartsWith("and ", StringComparison.Ordinal))
            text = text[4..];
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    /// <summary>How messages begin that name what they are about, the longest first.</summary>
    private static IEnumerable<string> SubjectsOf(Finding finding) => finding switch
    {
        { Member: { } member } => [VerdictMessage.Subject(member.Name, member.Verdict), $"'{member.Name}', where {member.Verdict.Tally.Ai} of {member.Verdict.Tally.Code} code lines are AI", $"'{member.Name}'"],
        { Place.Commit: { } commit } => [$"commit {HtmlParts.Short(commit)}"],
        _ => [],
    };
}
