namespace AiAttribution.Reports.Html.Sections;

/// <summary>Words that mean more here than elsewhere.</summary>
internal static class Glossary
{
    public const string Id = "words";

    private static readonly (string Word, string Meaning)[] Words =
    [
        ("AI line", "a line of which evidence in git says that an AI wrote it; without evidence a line is called other, which is no proof of a person"),
        ("member", "a method, property, constructor or the like with code of its own"),
        ("AI-heavy", "a member of which so much is AI lines that rules ask for tests and deployment; how much stands under \"How was it computed?\""),
        ("judged", "held against the rules; tests, generated code, comments and what is older than the baseline are counted and not judged"),
        ("ND", "normalised deployments: lasting change that reached production, whatever the cadence; one is a type with ten new lines that lasted 14 days there"),
    ];

    public static Markup Section => Markup.Of($"<section id=\"{Id}\" class=\"screen\" aria-labelledby=\"{Id}-h\">\n<h2 id=\"{Id}-h\">Five words of this page</h2>\n<dl>\n{Markup.Join(Words.Select(w => Markup.Of($"<dt>{w.Word}</dt><dd>{w.Meaning}</dd>\n")))}</dl>\n</section>\n");
}
