namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Agent and model as people and agents write them in one text, such as <c>Claude:claude-opus-4-8:Claude Code</c>.</summary>
/// <param name="Agent">Catalogue name; null when the text names none that is known.</param>
/// <param name="Model">Canonical model; null when the text names none that is known.</param>
internal readonly record struct AgentText(string? Agent, string? Model)
{
    private const int LongestText = 500;
    private const int MostJoints = 4;

    // What stands between two parts: whether both must be known (else people are listed), and whether the agent is the one behind it.
    private static readonly (string Word, bool Both, bool AgentLast)[] Joints =
    [
        (" and ", true, false), (" & ", true, false), (" + ", true, false),
        (" via ", false, true), (" in ", false, true), (" with ", false, false), (" using ", false, false), (" / ", false, false),
    ];

    /// <summary>Whether an agent or a model is named.</summary>
    public bool IsKnown => Agent is not null || Model is not null;

    /// <summary>Whether nothing but a name is there that could be a person's, an everyday word or somebody's handle.</summary>
    public bool IsWord { get; private init; }

    /// <summary>Whether nothing but a name is there that could be a person's.</summary>
    public bool IsPerson { get; private init; }

    /// <summary>
    /// Understands <c>agent</c>, <c>model</c>, <c>agent version</c>, <c>agent model</c>, <c>agent version (model)</c>, <c>model (agent)</c>, <c>agent / model</c>, <c>agent with model</c>,
    /// <c>model via agent</c>, <c>agent via service</c>, <c>agent:model[:harness]</c> and <c>agent:model [tool] [tool]</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="strict">Whether every part must be known, since the text may be prose.</param>
    public static AgentText Parse(string text, bool strict = false) => Parse(text, strict, MostJoints);

    /// <summary>A bare name.</summary>
    internal static AgentText OfName(string written, string agent) => new(agent, null) { IsWord = AgentNames.IsWord(written), IsPerson = AgentNames.IsAmbiguous(written) };

    private static AgentText Parse(string text, bool strict, int joints)
    {
        text = WithoutTools(Dashes.Plain(text.Trim()));
        if (text.Length > LongestText || joints < 0)
            return default;
        foreach ((string word, bool both, bool agentLast) in Joints)
        {
            int at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && !IsInRemark(text, at))
                return Join(Parse(text[..at], strict, joints - 1), Parse(text[(at + word.Length)..], strict, joints - 1), both || strict, agentLast);
        }

        int colon = text.IndexOf(':');
        return colon > 0 && !IsInRemark(text, colon) ? Colons(text, colon) : NamedText.Read(text);
    }

    private static bool IsInRemark(string text, int at) => text.AsSpan(0, at).Count('(') > text.AsSpan(0, at).Count(')');

    private static AgentText Join(AgentText left, AgentText right, bool both, bool agentLast)
    {
        bool known = left.IsKnown && right.IsKnown
            ? !(both && left.IsWord && right.IsWord)
            : !both && ((left.IsKnown && !left.IsWord) || (right.IsKnown && !right.IsWord));
        (AgentText first, AgentText second) = agentLast ? (right, left) : (left, right);
        return known ? new AgentText(first.Agent ?? second.Agent, left.Model ?? right.Model) : default;
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

        // model:version:harness
        if (ModelName.IsKnown(name) && !ModelName.IsKnown(model))
            model = name;
        return new AgentText(agent, agent is null ? ModelName.KnownOrNull(model) : ModelName.Normalize(model));
    }

    private static string WithoutTools(string text)
    {
        while (text.EndsWith(']') && text.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and int open)
            text = text[..open].TrimEnd();
        return text;
    }
}
