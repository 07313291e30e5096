namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Finds the agent behind a name and an e-mail address.</summary>
internal sealed class IdentityTable
{
    private const string GitHub = "@users.noreply.github.com";
    private const string AiderSuffix = " (aider)";

    private readonly Dictionary<string, List<AgentIdentity>> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _reviewBots;

    public IdentityTable(EvidenceOptions options)
    {
        _reviewBots = options.ReviewBots;
        IEnumerable<AgentIdentity> custom = options.Agents.SelectMany(a => a.Emails.Select(e => new AgentIdentity(a.Name, e)));
        foreach (AgentIdentity identity in custom.Concat(Identities.All).Concat(BotSlugs.All))
        {
            if (!_byEmail.TryGetValue(identity.Email, out List<AgentIdentity>? known))
                _byEmail.Add(identity.Email, known = []);
            known.Add(identity);
        }
    }

    /// <summary>Catalogue name of the agent; null when the identity is not in the catalogue.</summary>
    public string? Find(ReadOnlySpan<char> name, string email)
    {
        AgentIdentity? identity = Match(name, email);
        int plus = email.IndexOf('+');
        if (identity is null && plus > 0 && email.EndsWith(GitHub, StringComparison.OrdinalIgnoreCase) && email.AsSpan(0, plus).IndexOfAnyExceptInRange('0', '9') < 0)
            identity = Match(name, email[(plus + 1)..]);
        return identity is null || (identity.Review && !_reviewBots) ? null : identity.Agent;
    }

    /// <summary>As <see cref="Find"/>, for an author: aider marks its own work in the author's name.</summary>
    public string? FindAuthor(string name, string email) =>
        Find(name, email) ?? (name.EndsWith(AiderSuffix, StringComparison.Ordinal) ? "aider" : null);

    private AgentIdentity? Match(ReadOnlySpan<char> name, string email)
    {
        if (!_byEmail.TryGetValue(email, out List<AgentIdentity>? candidates))
            return null;
        while (!name.IsEmpty && !char.IsLetter(name[0]))
            name = name[1..];
        foreach (AgentIdentity candidate in candidates)
        {
            if (candidate.Name is null || StartsWithWords(name, candidate.Name))
                return candidate;
        }

        return null;
    }

    private static bool StartsWithWords(ReadOnlySpan<char> name, string words) =>
        name.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (name.Length == words.Length || !char.IsLetter(name[words.Length]));
}
