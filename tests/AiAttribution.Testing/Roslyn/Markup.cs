using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Testing.Roslyn;

/// <summary>Source in which <c>[|…|]</c> marks where diagnostics are expected.</summary>
public sealed record Markup(string Text, IReadOnlyList<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public static Markup Parse(string marked)
    {
        StringBuilder text = new();
        List<TextSpan> spans = [];
        int start = -1;
        for (int i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, Open, 0, Open.Length) == 0)
            {
                start = text.Length;
                i++;
            }
            else if (start >= 0 && string.CompareOrdinal(marked, i, Close, 0, Close.Length) == 0)
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                start = -1;
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return start < 0 ? new Markup(text.ToString(), spans) : throw new FormatException("[| without |]");
    }

    /// <summary>The text with marks around spans, for failure messages.</summary>
    public static string Annotate(string text, IEnumerable<TextSpan> spans)
    {
        StringBuilder annotated = new(text);
        foreach (TextSpan span in spans.OrderByDescending(span => span.Start))
            annotated.Insert(span.End, Close).Insert(span.Start, Open);
        return annotated.ToString();
    }
}
