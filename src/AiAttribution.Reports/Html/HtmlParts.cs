using AiAttribution.Core.Members;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html;

/// <summary>Small pieces that sections repeat.</summary>
internal static class HtmlParts
{
    private const int ShownDigits = 12;

    public static Markup Inline(string text) => Markup.Of($"{text}");

    public static Markup Figure(int number) => Markup.Of($"{Figures.Number(number)}");

    /// <summary>The digits of a commit that a reader is shown.</summary>
    public static string Short(string commit) => commit[..Math.Min(ShownDigits, commit.Length)];

    public static Markup Code(string text) => Markup.Of($"<code>{text}</code>");

    /// <summary>Name of a member and, on the next line, where it stands.</summary>
    public static Markup Place(MemberRecord member) => Markup.Of($"<code>{member.Name}</code><br><code class=\"place\">{member.Path}:{member.Line}</code>");

    /// <summary>A command that one click selects, so that it can be copied without a script.</summary>
    public static Markup Command(string command) => Lines([command]);

    /// <summary>Lines that one click selects.</summary>
    public static Markup Lines(IEnumerable<string> lines) =>
        Markup.Of($"<pre class=\"copy\" tabindex=\"0\"><code>{Markup.Join(lines.Select((line, i) => Markup.Of($"{new Markup(i == 0 ? "" : "\n")}{line}")))}</code></pre>\n");

    /// <summary>Text that is not broken.</summary>
    public static Markup Whole(string text) => Markup.Of($"<span class=\"whole\">{text}</span>");

    /// <summary>What helps on a screen only.</summary>
    public static Markup OnScreen(Markup body) => Markup.Of($"<div class=\"screen\">{body}</div>\n");

    /// <summary>Something that a reader opens on demand; nothing of nothing.</summary>
    public static Markup Folded(string title, Markup body) => body.Html.Length == 0 ? body : Markup.Of($"<details><summary>{title}</summary>\n{body}</details>\n");

    public static Markup Paragraph(string text) => Markup.Of($"<p>{text}</p>\n");
}
