using System.Text.RegularExpressions;

namespace AiAttribution.Testing.Files;

/// <summary>A page of Markdown as tests look at it: its links, the anchors that lead into it, the rows of its tables.</summary>
public sealed partial class MarkdownPage(string text)
{
    public string Text { get; } = text.ReplaceLineEndings("\n");

    /// <summary>Targets of all links. What stands in code is none.</summary>
    public IEnumerable<string> Links => Link().Matches(Code().Replace(Text, "")).Select(link => link.Groups[1].Value);

    /// <summary>Anchors of all headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Code().Replace(Text, code => code.Value.StartsWith("```", StringComparison.Ordinal) ? "" : code.Value))
        .Select(heading => NoAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>A page of the checkout.</summary>
    public static MarkdownPage Of(string path) => new(ProjectFiles.Read(path));

    /// <summary>Cells of the rows below every table head that begins with these cells.</summary>
    public IReadOnlyList<string[]> Rows(params string[] head)
    {
        string[] lines = Text.Split('\n');
        string first = $"| {string.Join(" | ", head)} |";
        return [.. Enumerable.Range(0, lines.Length)
            .Where(at => lines[at].StartsWith(first, StringComparison.Ordinal))
            .SelectMany(at => lines.Skip(at + 2).TakeWhile(line => line.StartsWith('|')))
            .Select(row => row.Trim('|', ' ').Split(" | "))];
    }

    /// <summary>What stands in back quotes in a cell.</summary>
    public static IEnumerable<string> Quoted(string cell) => InlineCode().Matches(cell).Select(code => code.Groups[1].Value);

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InlineCode();
}
