using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiAttribution.Core.Text;

/// <summary>The name of a section of an <c>.editorconfig</c>: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>{a,b}</c> and <c>{1..5}</c>. Matching takes time linear in the path.</summary>
internal sealed partial class EditorConfigGlob
{
    private const int LongestPattern = 1000;
    private const int Deepest = 10;

    private readonly List<(int Low, int High)> _ranges = [];
    private readonly Glob? _plain;
    private Regex _regex = Never();

    private EditorConfigGlob(Glob? plain = null) => _plain = plain;

    /// <summary>The glob; null when its brackets do not close or hold nonsense: the compiler passes the section over.</summary>
    public static EditorConfigGlob? Parse(string pattern)
    {
        if (pattern.Length is 0 or > LongestPattern)
            return null;
        // Most sections are names, folders and single stars, which need no expression.
        if (pattern.AsSpan().IndexOfAny("?[]{}\\") < 0 && !pattern.Contains("**", StringComparison.Ordinal) && !pattern.Contains("//", StringComparison.Ordinal))
            return new EditorConfigGlob(Glob.ForPaths(pattern));
        var glob = new EditorConfigGlob();
        var regex = new StringBuilder("^");
        if (!pattern.Contains('/', StringComparison.Ordinal))
            regex.Append(".*/");
        else if (pattern[0] != '/')
            regex.Append('/');
        int at = 0;
        if (!glob.Append(pattern, ref at, regex, 0))
            return null;
        try
        {
            glob._regex = new Regex(regex.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A class such as [z-a].
            return null;
        }

        return glob;
    }

    /// <summary>Whether a path matches.</summary>
    /// <param name="path">Path from the folder of the <c>.editorconfig</c>, with <c>/</c>.</param>
    public bool Matches(string path)
    {
        if (_plain is not null)
            return _plain.Matches(path);
        Match match = _regex.Match("/" + path);
        if (!match.Success)
            return false;
        for (int i = 0; i < _ranges.Count; i++)
        {
            Group number = match.Groups["n" + i.ToString(CultureInfo.InvariantCulture)];
            if (number.Success && !(IsNumber(number.Value, out int value) && value >= _ranges[i].Low && value <= _ranges[i].High))
                return false;
        }

        return true;
    }

    /// <summary>Appends what stands up to the end, or up to the comma or brace that ends an alternative.</summary>
    private bool Append(string pattern, ref int at, StringBuilder regex, int depth)
    {
        for (; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '*' when at + 1 < pattern.Length && pattern[at + 1] == '*':
                    regex.Append(".*");
                    at++;
                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append('.');
                    break;
                case '[':
                    if (!AppendClass(pattern, ref at, regex))
                        return false;
                    break;
                case '{':
                    if (!AppendRange(pattern, ref at, regex) && !AppendChoice(pattern, ref at, regex, depth + 1))
                        return false;
                    break;
                case ',' or '}' when depth > 0:
                    return true;
                case '}':
                    return false;
                case '\\' when at + 1 < pattern.Length:
                    regex.Append(Regex.Escape(pattern[++at].ToString()));
                    break;
                case char c:
                    regex.Append(Regex.Escape(c.ToString()));
                    break;
            }
        }

        return depth == 0;
    }

    private static bool AppendClass(string pattern, ref int at, StringBuilder regex)
    {
        int close = pattern.IndexOf(']', at + 1);
        bool negated = close > at + 1 && pattern[at + 1] == '!';
        int first = negated ? at + 2 : at + 1;
        if (close <= first)
            return false;
        regex.Append(negated ? "[^" : "[");
        foreach (char c in pattern.AsSpan(first..close))
            regex.Append(c is '\\' or '^' or '[' ? "\\" : "").Append(c);
        regex.Append(']');
        at = close;
        return true;
    }

    private bool AppendRange(string pattern, ref int at, StringBuilder regex)
    {
        Match range = Range().Match(pattern, at);
        if (!range.Success || range.Index != at || !IsNumber(range.Groups["low"].Value, out int low) || !IsNumber(range.Groups["high"].Value, out int high))
            return false;
        regex.Append(CultureInfo.InvariantCulture, $"(?<n{_ranges.Count}>[+-]?[0-9]+)");
        _ranges.Add((Math.Min(low, high), Math.Max(low, high)));
        at += range.Length - 1;
        return true;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private bool AppendChoice(string pattern, ref int at, StringBuilder regex, int depth)
    {
        if (depth > Deepest)
            return false;
        regex.Append("(?:");
        for (at++; ; at++)
        {
            if (!Append(pattern, ref at, regex, depth))
                return false;
            if (pattern[at] == '}')
                break;
            regex.Append('|');
        }

        regex.Append(')');
        return true;
    }

    [GeneratedRegex(@"\{(?<low>[+-]?[0-9]+)\.\.(?<high>[+-]?[0-9]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex("(?!)")]
    private static partial Regex Never();
}
