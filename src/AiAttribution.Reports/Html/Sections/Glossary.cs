namespace AiAttribution.Reports.Html.Sections;

/// <summary>Words that mean more here than elsewhere.</summary>
internal static class Glossary
{
    public const string Id = "words";

    private static readonly (string Word, string Meaning)[] Words =
    [
        ("AI line", "a line of which evidence in git says that an AI wrote it; without evidence a line is called other, which is no proof of a person"),
        ("member", "a method, property, constructor or the like with code of its own"),
        ("AI-heavy", "a member of which so much is AI lines that rules ask for tests and deployment; how much stands in the table above"),
        ("judged", "held against the rules; tests, generated code, comments and what is older than the baseline are counted and not judged"),
        ("tested", "a passing test ran it, as it is now"),
        ("linked", "a built test refers to it; whether it ran is not known"),
        ("stale", "it changed after its tests were measured"),
        ("unmeasured", "no coverage report tells of it, so nobody knows"),
        ("live", "a deployment that contains it is in production and was not rolled back"),
        ("pending", "no deployment contains it yet, and the time that the policy gives is not over"),
        ("waiver", "an exception for a time, with the team that answers for it"),
        ("baseline", "the release or commit up to which work is counted and not judged"),
    ];

    public static Markup List => Markup.Of($"<h3 id=\"{Id}\">Words on this page</h3>\n<dl>\n{Markup.Join(Words.Select(w => Markup.Of($"<dt>{w.Word}</dt><dd>{w.Meaning}</dd>\n")))}</dl>\n");
}
