namespace AiAttribution.Reports.Html;

/// <summary>One question of a release engineer with its answer.</summary>
/// <param name="Id">Anchor on the page.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer in a sentence, also shown in the list at the top.</param>
/// <param name="IsKnown">False when the answer is that nobody knows.</param>
/// <param name="Body">What stands behind the answer, or the way to get one.</param>
internal sealed record HtmlSection(string Id, string Question, string Answer, bool IsKnown, Markup Body)
{
    public static HtmlSection Unknown(string id, string question, string answer, Markup way) => new(id, question, answer, false, way);

    /// <summary>Takes the place of the answer at the top of the section.</summary>
    public Markup? Lead { get; init; }

    /// <summary>Whether it is printed: paper holds the answer, its rules, what changed, what it cost and what came of it.</summary>
    public bool IsOnPaper => Id is "ship" or "changes" or "cost" or "lasts";

    /// <summary>Whether what stands behind the answer is folded.</summary>
    public bool IsFolded { get; init; }

    public Markup Entry => Markup.Of($"<li><a href=\"#{Id}\">{Question}</a> <span class=\"{Class}\">{Answer}</span></li>\n");

    public Markup Page => Markup.Of($"<section id=\"{Id}\"{(IsOnPaper ? Markup.Empty : new(" class=\"screen\""))} aria-labelledby=\"{Id}-h\">\n<h2 id=\"{Id}-h\">{Question}</h2>\n{Lead ?? Markup.Of($"<p class=\"lead {Class}\">{Answer}</p>\n")}{(IsFolded ? HtmlParts.Folded("What stands behind it", Body) : Body)}</section>\n");

    private string Class => IsKnown ? "known" : "unknown";
}
