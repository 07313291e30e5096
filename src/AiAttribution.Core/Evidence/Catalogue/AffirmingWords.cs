namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Values that affirm AI and name no tool: <c>LLM</c>, <c>generic LLM chatbot</c>, <c>an AI assistant</c>. Every word must be one of these, since names and sentences hold them, too.</summary>
internal static class AffirmingWords
{
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "my", "our", "some", "any", "several", "various", "multiple", "one", "generic", "general", "general-purpose", "unspecified", "unnamed", "unknown", "local", "private", "internal", "in-house",
        "self-hosted", "offline", "large", "small", "generative", "artificial", "intelligence", "language", "model", "models", "assistant", "assistants", "assistance", "assist", "agent", "agents", "agentic", "tool", "tools", "tooling",
        "bot", "bots", "system", "systems", "based", "powered", "driven", "code", "coding", "programming", "completion", "completions", "autocomplete", "autocompletion", "suggestion", "suggestions", "help",
        "generated", "assisted", "written", "created", "by", "with", "using", "via", "from", "of", "and", "or", "yes", "fully", "entirely", "mostly", "partially", "partly", "heavily", "100%",
    };

    private static readonly string[] Words = [.. CatalogueFile.Of("word").Select(row => row.Pattern)];

    /// <summary>Whether a value affirms AI. A part behind a comma, semicolon or bracket is a remark.</summary>
    public static bool Affirm(string value)
    {
        if (!MayAffirm(value))
            return false;
        int end = value.AsSpan().IndexOfAny(",;(");
        string[] words = [.. (end < 0 ? value : value[..end]).Split([' ', '\t', '/'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', '!', '"', '\'', '*')).SelectMany(Parts)];

        // A person may be called Ai.
        if (words.Length == 0 || words is ["Ai"])
            return false;
        string text = $" {string.Join(' ', words)} ";
        return Array.TrueForAll(words, word => Fillers.Contains(word) || IsPartOfWord(word)) && Array.Exists(Words, word => text.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }

    private static bool MayAffirm(string value)
    {
        foreach (string word in Words)
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string[] Parts(string word) => Fillers.Contains(word) || IsPartOfWord(word) ? [word] : word.Split('-');

    private static bool IsPartOfWord(string word) => Array.Exists(Words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
}
