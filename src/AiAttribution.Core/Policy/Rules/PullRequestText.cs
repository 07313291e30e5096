using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>The text of a pull request while it is judged. It answers questions; no line of it is given away, so none can be stored or printed.</summary>
internal sealed partial class PullRequestText
{
    /// <summary>A longer text is cut; the servers allow less.</summary>
    public const int MostCharacters = 1 << 20;

    private const int MostLines = 20_000;
    private const int LongestName = 4;

    private readonly string[] _lines;

    /// <param name="text">Title and description, as Markdown. What stands in comments and code blocks is a template's or an example's, and not said.</param>
    /// <param name="isCut">Whether whoever gave it left a part out.</param>
    public PullRequestText(string text, bool isCut = false)
    {
        IsCut = isCut || text.Length > MostCharacters;
        string said = Block().Replace(Comment().Replace(text[..Math.Min(text.Length, MostCharacters)].ReplaceLineEndings("\n"), ""), "");
        _lines = [.. said.Split('\n').Take(MostLines)];
    }

    /// <summary>Whether a part of the text is not known, so that what is missing may stand there.</summary>
    public bool IsCut { get; }

    /// <summary>Whether a ticked box has a label like the pattern; case does not matter.</summary>
    public bool IsTicked(string pattern) => Any(pattern, Ticked);

    /// <summary>Whether a line is like the pattern, without the marks of a list or a quotation before it; case does not matter.</summary>
    public bool HasLine(string pattern) => Any(pattern, line => Marks().Replace(line, ""));

    /// <summary>Whether it names an agent, by any of the names that the catalogue knows.</summary>
    /// <param name="agent">Catalogue name; <see cref="AgentNames.Unknown"/> for any.</param>
    public bool NamesAgent(string agent) => Names().Any(name => AgentNames.Find(name) is { } found && (agent == AgentNames.Unknown || found == agent));

    /// <summary>Whether it names a model, however its words are joined.</summary>
    public bool NamesModel(string model)
    {
        string wanted = Joined(model);
        return _lines.Any(line => Joined(line).Contains(wanted, StringComparison.Ordinal));
    }

    private bool Any(string pattern, Func<string, string?> part)
    {
        var glob = Glob.ForNames(pattern.Trim().ToLowerInvariant());
        return _lines.Any(line => part(line)?.Trim().ToLowerInvariant() is { Length: > 0 } text && glob.Matches(text));
    }

    private static string? Ticked(string line) => Box().Match(line) is { Success: true } box ? box.Groups[1].Value : null;

    /// <summary>Words, and as many neighbours together as a name may have.</summary>
    private IEnumerable<string> Names()
    {
        foreach (string line in _lines)
        {
            string[] words = line.Split([' ', '\t', ',', ';', ':', '(', ')', '[', ']', '*', '`', '"', '|'], StringSplitOptions.RemoveEmptyEntries);
            for (int start = 0; start < words.Length; start++)
            {
                for (int count = 1; count <= Math.Min(LongestName, words.Length - start); count++)
                    yield return string.Join(' ', words, start, count).TrimEnd('.', '!');
            }
        }
    }

    private static string Joined(string text) => Separators().Replace(text.ToLowerInvariant(), "-");

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("^(```|~~~).*?(^\\1|\\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\s*(?:[-*+]|\\d+[.)])\\s+\\[[xX]\\]\\s+(.*)$")]
    private static partial Regex Box();

    [GeneratedRegex("^(?:\\s*(?:[-*+>]|\\d+[.)])\\s+)+")]
    private static partial Regex Marks();

    [GeneratedRegex("[\\s._-]+")]
    private static partial Regex Separators();
}
