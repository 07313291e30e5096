using System.Globalization;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Reads the name of one tool or model with what may stand behind it: a version, a model, a remark in brackets.</summary>
internal static class NamedText
{
    // At once names of tools and of families of models, whose numbers with one dot are the tool's versions; the models of the others have such numbers.
    private static readonly string[] VersionedTools = ["codex", "gemini"];

    private static readonly string[] Efforts = [" minimal", " low", " medium", " high", " xhigh"];

    public static AgentText Read(string text)
    {
        text = Unglued(text);
        if (AgentNames.Find(text) is { } agent)
            return AgentText.OfName(text, agent);
        if (Remark(text) is { } remark && !ModelName.IsKnown(text))
            return WithRemark(text[..^(remark.Length + 2)].Trim(), remark);
        if (!IsClaudeModel(text) && Tool(text) is { } tool)
            return tool;
        return new AgentText(null, ModelName.KnownOrNull(text));
    }

    /// <summary>What stands in brackets at the end; null for nothing.</summary>
    private static string? Remark(string text)
    {
        int open = text.IndexOf('(');
        return open > 0 && text.EndsWith(')') && text[(open + 1)..^1] is { Length: > 0 } remark && !remark.Equals("1M context", StringComparison.OrdinalIgnoreCase) ? remark : null;
    }

    private static AgentText WithRemark(string head, string remark)
    {
        AgentText named = Read(head);
        AgentText behind = AgentText.Parse(remark.Split('=')[0]);
        if (!behind.IsKnown || (behind.IsWord && !named.IsKnown))
            return named;
        return new AgentText(named.Agent ?? behind.Agent, named.Model ?? behind.Model);
    }

    /// <summary>The longest name that the text starts with, and a version, a model or both behind it; null when something else stands there.</summary>
    private static AgentText? Tool(string text)
    {
        for (int gap = text.LastIndexOfAny([' ', '/', '@']); gap > 0; gap = text.LastIndexOfAny([' ', '/', '@'], gap - 1))
        {
            string name = text[..gap];
            if (AgentNames.Find(name) is not { } agent)
                continue;
            string rest = WithoutEffort(text[(gap + 1)..].Trim());
            if (ModelName.IsKnown(rest))
                return new AgentText(agent, ModelName.Normalize(rest));
            int end = rest.IndexOf(' ');
            string behind = end < 0 ? "" : WithoutEffort(rest[(end + 1)..].Trim());
            if (IsVersion(end < 0 ? rest : rest[..end], name) && (behind.Length == 0 || ModelName.IsKnown(behind)))
                return new AgentText(agent, ModelName.KnownOrNull(behind));
            return null;
        }

        int dash = text.LastIndexOf('-');
        return dash > 0 && AgentNames.Find(text[..dash]) is { } dashed && Dots(text[(dash + 1)..]) > 1 && IsVersion(text[(dash + 1)..], text[..dash]) ? new AgentText(dashed, null) : null;
    }

    private static bool IsVersion(string text, string name)
    {
        string number = text.TrimStart('v', 'V');
        if (text.Length - number.Length > 1 || number.Length == 0 || !char.IsAsciiDigit(number[0]))
            return false;
        int least = !ModelName.IsFamily(name) ? 0 : VersionedTools.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase) ? 1 : 2;
        return Dots(number) >= least;
    }

    private static int Dots(string text) => text.AsSpan().Count('.');

    private static bool IsClaudeModel(string text) =>
        text.StartsWith("claude ", StringComparison.OrdinalIgnoreCase) && ModelName.IsKnown(text) && !(text["claude ".Length..] is var rest && rest.IndexOf(' ') < 0 && IsVersion(rest, "claude"));

    private static string WithoutEffort(string text) =>
        Array.Find(Efforts, effort => text.EndsWith(effort, StringComparison.OrdinalIgnoreCase)) is { } found ? text[..^found.Length] : text;

    /// <summary>Parts a version from the name that it is glued to: <c>ChatGPTv5</c>. Everyday words with a number are something else (<c>Pi3</c>), unless it is clearly a version.</summary>
    private static string Unglued(string text)
    {
        int end = text.AsSpan().IndexOfAny(" (/@");
        string word = end < 0 ? text : text[..end];
        int digit = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit <= 0 || word.AsSpan(digit).IndexOfAnyExcept("0123456789.") >= 0)
            return text;
        foreach (int at in new[] { digit, char.ToLower(word[digit - 1], CultureInfo.InvariantCulture) == 'v' ? digit - 1 : digit })
        {
            string name = word[..at];
            bool isVersion = at < digit || word.Contains('.', StringComparison.Ordinal);
            if (AgentNames.Find(name) is not null && (isVersion || !AgentNames.IsWord(name) || ModelName.IsFamily(name)))
                return $"{name} {text[at..]}";
        }

        return text;
    }
}
