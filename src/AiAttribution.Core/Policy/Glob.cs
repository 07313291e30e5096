using System.Text;
using System.Text.RegularExpressions;

namespace AiAttribution.Core.Policy;

/// <summary>
/// A pattern with <c>*</c>, <c>?</c>, <c>[a-z]</c> and, for paths, <c>**</c>. Matching takes linear time, because patterns may come from a repository nobody trusts.
/// </summary>
public sealed class Glob
{
    private readonly Regex _regex;

    private Glob(string pattern, Regex regex) => (Pattern, _regex) = (pattern, regex);

    /// <summary>The pattern as it was given.</summary>
    public string Pattern { get; }

    /// <summary>A pattern for names such as tags: <c>*</c> also matches <c>/</c>, as in <c>git tag --list</c>.</summary>
    public static Glob ForNames(string pattern) => Create(pattern, any: ".*", one: ".");

    /// <summary>A pattern for paths with <c>/</c>: <c>*</c> stays within one folder, <c>**/</c> is any number of folders, also none. A pattern without <c>/</c> matches the file's name in every folder.</summary>
    public static Glob ForPaths(string pattern)
    {
        string rooted = pattern.Contains('/') ? pattern.TrimStart('/') : "**/" + pattern;
        return Create(pattern, any: "[^/]*", one: "[^/]", rooted);
    }

    /// <summary>The pattern that matches this text and no other, for names and for paths.</summary>
    public static string Literal(string text)
    {
        var pattern = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
            pattern.Append(text[i] is '*' or '?' || (text[i] == '[' && (i + 1 == text.Length || text[i + 1] != ']')) ? $"[{text[i]}]" : text[i]);
        return pattern.ToString();
    }

    /// <summary>Whether the whole of <paramref name="text"/> matches; case matters.</summary>
    public bool Matches(string text) => _regex.IsMatch(text);

    private static Glob Create(string pattern, string any, string one, string? effective = null)
    {
        string translated = Translate(effective ?? pattern, any, one);
        return new Glob(pattern, new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline));
    }

    private static string Translate(string pattern, string any, string one)
    {
        var regex = new StringBuilder("\\A");
        for (int i = 0; i < pattern.Length; i++)
        {
            int close = pattern[i] == '[' ? pattern.IndexOf(']', i + 1) : -1;
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0)
            {
                regex.Append("(?:.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0)
            {
                regex.Append(".*");
                i++;
            }
            else if (close > i + 1)
            {
                regex.Append(Class(pattern[(i + 1)..close]));
                i = close;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => any, '?' => one, char c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.Append("\\z").ToString();
    }

    private static string Class(string characters)
    {
        bool negated = characters[0] is '!' or '^' && characters.Length > 1;
        var text = new StringBuilder(negated ? "[^" : "[");
        foreach (char c in negated ? characters[1..] : characters)
            text.Append(c is '\\' or '[' or ']' or '^' ? "\\" : "").Append(c);
        return text.Append(']').ToString();
    }
}
