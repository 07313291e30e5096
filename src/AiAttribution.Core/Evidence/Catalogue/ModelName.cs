using System.Buffers;
using System.Text;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Brings the many spellings of a model into one: lower case, no provider, Claude's as <c>claude-opus-4-8</c>.</summary>
internal static class ModelName
{
    // Longest id seen has 36 characters; bounds what an untrusted message can put into a report.
    private const int MaximumLength = 64;

    // Part of the model's id: such requests have a price of their own.
    private const string LongContext = "[1m]";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.:");

    private static readonly string[] ClaudeFamilies = ["opus", "sonnet", "haiku", "fable", "mythos"];

    private static readonly string[] Families =
    [
        "gpt", "chatgpt", "o1", "o3", "o4", "codex", "gemini", "gemma", "glm", "kimi", "qwen",
        "deepseek", "grok", "llama", "mistral", "codestral", "devstral", "magistral", "minimax",
    ];

    private static readonly char[] Version = "0123456789.".ToCharArray();

    // A bare name of an agent says who, not which model.
    private static readonly string[] Unstated =
    [
        "", "default", "unknown", "auto", "synthetic", "none", "null",
        "claude", "claude code", "codex", "copilot", "copilot app", "cursor", "cursor agent", "gemini", "github copilot", "openai codex",
    ];

    /// <summary>The model in canonical spelling; null when the text states none or cannot be a model's name.</summary>
    public static string? Normalize(string? written)
    {
        if (written is null || written.Length > 4 * MaximumLength)
            return null;
        string text = written.Trim().Trim('"', '\'', '`', '<', '>').ToLowerInvariant();
        text = text.Replace("(1m context)", LongContext, StringComparison.Ordinal).Replace(" " + LongContext, LongContext, StringComparison.Ordinal);
        text = text[(text.LastIndexOf('/') + 1)..].Trim();
        if (text.StartsWith("openai ", StringComparison.Ordinal))
            text = text["openai ".Length..];
        if (Array.IndexOf(Unstated, text) >= 0)
            return null;
        text = Hyphenate(text);
        ReadOnlySpan<char> id = text.EndsWith(LongContext, StringComparison.Ordinal) ? text.AsSpan(0, text.Length - LongContext.Length) : text;
        return text.Length <= MaximumLength && WithoutRelease(id).IndexOfAnyExcept(Allowed) < 0 ? Claude(text) : null;
    }

    /// <summary>Whether a text names a model by itself: a known family and a version.</summary>
    internal static bool IsKnown(string written)
    {
        string? name = Normalize(written);
        if (name is null)
            return false;
        int end = name.AsSpan().IndexOfAny('-', ':', '[');
        string head = end < 0 ? name : name[..end];
        ReadOnlySpan<char> tail = end < 0 ? [] : name.AsSpan(end + 1);
        if (head == "claude")
            return StartsWithClaudeFamily(tail) || (!tail.IsEmpty && char.IsAsciiDigit(tail[0]));
        return name.IndexOfAny(Version) >= 0 && (Array.IndexOf(Families, head) >= 0 || Array.IndexOf(Families, head.TrimEnd(Version)) >= 0);
    }

    // Vertex AI names a release behind an @: claude-sonnet-4-5@20250929.
    private static ReadOnlySpan<char> WithoutRelease(ReadOnlySpan<char> id)
    {
        int at = id.LastIndexOf('@');
        if (at <= 0)
            return id;
        ReadOnlySpan<char> release = id[(at + 1)..];
        return release is "default" or "latest" || (release.Length == 8 && release.IndexOfAnyExceptInRange('0', '9') < 0) ? id[..at] : id;
    }

    private static bool StartsWithClaudeFamily(ReadOnlySpan<char> text)
    {
        foreach (string family in ClaudeFamilies)
        {
            if (text.StartsWith(family, StringComparison.Ordinal) && (text.Length == family.Length || text[family.Length] is '-' or '['))
                return true;
        }

        return false;
    }

    private static string Hyphenate(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (string word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            words.Append(words.Length > 0 ? "-" : "").Append(word);
        return words.ToString();
    }

    // claude-opus-4.8, opus-4-8 and claude-4.8-opus are one model.
    private static string Claude(string name)
    {
        if (StartsWithClaudeFamily(name))
            name = "claude-" + name;
        if (!name.StartsWith("claude-", StringComparison.Ordinal))
            return name;
        name = name.Replace('.', '-');
        string? family = Array.Find(ClaudeFamilies, f => name.Contains("-" + f, StringComparison.Ordinal));
        int place = family is null ? -1 : name.IndexOf("-" + family, StringComparison.Ordinal);
        if (place <= "claude".Length)
            return name;
        return string.Concat("claude-", family, name.AsSpan("claude".Length, place - "claude".Length), name.AsSpan(place + 1 + family!.Length));
    }
}
