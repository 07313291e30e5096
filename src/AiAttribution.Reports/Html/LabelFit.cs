using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html;

/// <summary>Cuts labels so that they fit into a width, without measuring: a page has no font of its own, so a wide one is assumed.</summary>
internal static class LabelFit
{
    private const double Narrow = 7.2;
    private const double Wide = 13;
    private const string Cut = "…";

    /// <summary>The start of the text, with <c>…</c> where it was cut; empty when not even three letters fit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width in units of a drawing whose letters are 12 high.</param>
    public static string Start(string text, double width) => Fit(text, width, isEnd: false);

    /// <summary>The end of the text, as with paths.</summary>
    /// <inheritdoc cref="Start"/>
    public static string End(string text, double width) => Fit(text, width, isEnd: true);

    private static string Fit(string text, double width, bool isEnd)
    {
        string safe = Printable.Of(text);
        double left = width;
        int taken = 0;
        while (taken < safe.Length && left >= 0)
            left -= WidthOf(safe[isEnd ? safe.Length - 1 - taken++ : taken++]);
        if (left >= 0)
            return safe;
        left -= Narrow;
        while (taken > 0 && left < 0)
            left += WidthOf(safe[isEnd ? safe.Length - taken-- : --taken]);
        if (taken < 3)
            return "";
        return isEnd ? Cut + safe[Boundary(safe, safe.Length - taken, 1)..] : safe[..Boundary(safe, taken, -1)] + Cut;
    }

    /// <summary>A character of two halves is not torn.</summary>
    private static int Boundary(string text, int at, int step) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + step : at;

    /// <summary>Letters of East Asia, and halves of all that is beyond, may be as wide as high.</summary>
    private static double WidthOf(char c) => c < '\u1100' ? Narrow : Wide;
}
