using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Pipelines;

/// <summary>Text within directives: none of it ends one, or begins another.</summary>
internal static class CiEscape
{
    /// <summary>A line of its own that is no directive.</summary>
    public static string Line(string text) => Printable.Of(text).Replace("##", "#", StringComparison.Ordinal).Replace("::", ":", StringComparison.Ordinal);

    public static string GitHub(string text) => Printable.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    public static string GitHubProperty(string text) => GitHub(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    public static string Azure(string text) => Printable.Of(text)
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);

    public static string TeamCity(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in Printable.Of(text))
            escaped.Append(c is '|' or '\'' or '[' or ']' ? "|" : "").Append(c);
        return escaped.ToString();
    }
}
