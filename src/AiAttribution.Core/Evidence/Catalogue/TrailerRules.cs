namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>All trailers of the catalogue and the policy file by key. Asked for every line of every message, so keys are found without allocation.</summary>
internal sealed class TrailerRules
{
    private readonly TrailerRule[][] _byLength;

    public TrailerRules(EvidenceOptions options, IdentityTable identities)
    {
        string[] own = [.. options.Agents.Select(agent => agent.Name)];
        List<TrailerRule> rules =
        [
            .. options.Agents.SelectMany(a => a.SessionKeys.Select(k => new SessionRule(new SessionTrailer(k, a.Name, a.Name, "", _ => true)))),
            .. options.Agents.SelectMany(a => a.DisclosureKeys.Select(k => new CustomDisclosureRule(k, a.Name))),
            .. CoAuthorRule.Keys.Select(k => new CoAuthorRule(k, identities)),
            .. SessionTrailers.All.Select(t => new SessionRule(t)),
            new NamedSessionRule(),
            new EntireShareRule(),
            .. DisclosureTrailers.All.Select(t => new DisclosureRule(t, identities, own)),
        ];
        _byLength = Enumerable.Range(0, rules.Max(r => r.Key.Length) + 1).Select(length => rules.Where(r => r.Key.Length == length).ToArray()).ToArray();
    }

    public int LongestKey => _byLength.Length - 1;

    public TrailerRule? Find(ReadOnlySpan<char> key)
    {
        if (key.Length >= _byLength.Length)
            return null;
        foreach (TrailerRule rule in _byLength[key.Length])
        {
            if (key.Equals(rule.Key, StringComparison.OrdinalIgnoreCase))
                return rule;
        }

        return null;
    }
}

/// <summary><c>Co-authored-by: NAME &lt;E-MAIL&gt;</c> with the identity of an agent.</summary>
internal sealed class CoAuthorRule(string key, IdentityTable identities) : TrailerRule(key)
{
    public static readonly string[] Keys = ["Co-authored-by", "Co-developed-by"];

    public override EvidenceStatement? Read(string value)
    {
        Signature signature = Signature.Parse(value);
        if (signature.Email is { } email && identities.Find(signature.Name, email) is { } agent)
            return new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, agent, AgentText.Parse(signature.Name).Model, null, Key);
        if (identities.Near(signature.Name, signature.Email) is { IsKnown: true } near)
            return new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Weak, near.Agent ?? AgentNames.Unknown, near.Model, null, Key);
        return LooseAddress(value) is { } other ? new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Weak, other, null, null, Key) : null;
    }

    /// <summary>The agent whose exact address stands anywhere in a value, as one of several or in other brackets than it should; null without one.</summary>
    private string? LooseAddress(string value)
    {
        int before = 0;
        for (int at = value.IndexOf('@', StringComparison.Ordinal); at >= 0; at = value.IndexOf('@', at + 1))
        {
            int start = at;
            while (start > before && IsOfAddress(value[start - 1]))
                start--;
            int end = at + 1;
            while (end < value.Length && IsOfAddress(value[end]))
                end++;
            string name = value[before..start].Replace("&lt;", "", StringComparison.Ordinal).Trim(' ', '\t', ',', ';', '<', '>', '(', ')', '[', ']', '&', '"', '\'');
            if (identities.Find(name, value[start..end].TrimEnd('.')) is { } agent)
                return agent;
            before = end;
        }

        return null;
    }

    private static bool IsOfAddress(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
