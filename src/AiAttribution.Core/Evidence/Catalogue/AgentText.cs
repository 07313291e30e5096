namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Agent and model as people and agents write them in one text, such as <c>Claude:claude-opus-4-8:Claude Code</c>.</summary>
/// <param name="Agent">Catalogue name; null when the text names none that is known.</param>
/// <param name="Model">Canonical model; null when the text names none that is known.</param>
internal readonly record struct AgentText(string? Agent, string? Model)
{
    private static readonly char[] VersionStart = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'v'];

    public bool IsKnown => Agent is not null || Model is not null;

    /// <summary>Understands <c>agent</c>, <c>model</c>, <c>agent model</c>, <c>agent (model)</c>, <c>agent / model</c>, <c>model via agent</c>, <c>agent:model[:harness]</c> and <c>agent:model [tool] [tool]</c>.</summary>
    public static AgentText Parse(string text)
    {
        text = WithoutTools(text.Trim());
        int via = text.LastIndexOf(" via ", StringComparison.Ordinal);
        if (via > 0)
            return new AgentText(AgentNames.Find(text[(via + 5)..]), ModelOrNull(text[..via]));
        int slash = text.IndexOf(" / ", StringComparison.Ordinal);
        if (slash > 0)
            return new AgentText(Words(text[..slash]).Agent, ModelOrNull(text[(slash + 3)..]));
        int colon = text.IndexOf(':');
        return colon > 0 ? Colons(text, colon) : Words(text);
    }

    private static AgentText Colons(string text, int colon)
    {
        string name = text[..colon].Trim();
        string? agent = AgentNames.Find(name);
        string model = text[(colon + 1)..].Trim();
        int last = model.LastIndexOf(':');
        string harness = model[(last + 1)..].Trim();
        if (last >= 0 && (AgentNames.Find(harness) is not null || harness.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            agent = AgentNames.Find(harness);
            model = model[..last];
        }

        // The kernel's form lists tools behind the model; a model's display name has its version behind the blank.
        int gap = model.IndexOf(' ');
        if (gap > 0 && model.AsSpan(0, gap).IndexOfAnyInRange('0', '9') >= 0)
            model = model[..gap];
        return new AgentText(agent, agent is null ? ModelOrNull(model) : ModelName.Normalize(model));
    }

    private static AgentText Words(string text)
    {
        if (AgentNames.Find(text) is { } agent)
            return new AgentText(agent, null);
        if (ModelOrNull(text) is { } model)
            return new AgentText(null, model);
        int open = text.IndexOf('(');
        if (open > 0 && text.EndsWith(')'))
            return new AgentText(Words(text[..open].Trim()).Agent, ModelOrNull(text[(open + 1)..^1].Split('=')[0]));
        for (int gap = text.LastIndexOf(' '); gap > 0; gap = text.LastIndexOf(' ', gap - 1))
        {
            string rest = text[(gap + 1)..];
            if (AgentNames.Find(text[..gap]) is { } prefix && (ModelName.IsKnown(rest) || rest.IndexOfAny(VersionStart) == 0))
                return new AgentText(prefix, ModelOrNull(rest));
        }

        return default;
    }

    private static string? ModelOrNull(string text) => ModelName.IsKnown(text) ? ModelName.Normalize(text) : null;

    private static string WithoutTools(string text)
    {
        while (text.EndsWith(']') && text.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and int open)
            text = text[..open].TrimEnd();
        return text;
    }
}
