namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Finds the agent behind a name and an e-mail address.</summary>
internal sealed class IdentityTable
{
    internal const string GitHub = "@users.noreply.github.com";

    private const string AiderSuffix = " (aider)";

    private readonly Dictionary<string, List<AgentIdentity>> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _reviewBots;

    public IdentityTable(EvidenceOptions options)
    {
        _reviewBots = options.ReviewBots;
        IEnumerable<AgentIdentity> custom = options.Agents.SelectMany(a => a.Emails.Select(e => new AgentIdentity(a.Name, e)));

        // Of several names at one address the longest that agrees decides.
        foreach (AgentIdentity identity in custom.Concat(AgentIdentity.Known.OrderByDescending(i => i.Name?.Length ?? 0)))
        {
            if (!_byEmail.TryGetValue(identity.Email, out List<AgentIdentity>? known))
                _byEmail.Add(identity.Email, known = []);
            known.Add(identity);
        }
    }

    /// <summary>Catalogue name of the agent; null when the identity is not in the catalogue.</summary>
    public string? Find(ReadOnlySpan<char> name, string email) => Match(name, email) is { } identity && (_reviewBots || !identity.Review) ? identity.Agent : null;

    /// <summary>As <see cref="Find"/>, for an author: aider marks its own work in the author's name.</summary>
    public string? FindAuthor(string name, string email) =>
        Find(name, email) ?? (name.EndsWith(AiderSuffix, StringComparison.Ordinal) ? "aider" : null);

    /// <summary>Agent and model of an identity that is an agent's by name only; nothing known for one that is listed. Such a find is weak.</summary>
    /// <param name="name">Name as written.</param>
    /// <param name="email">Address; null when there is none.</param>
    public AgentText Near(string name, string? email) => email is not null && Match(name, email) is not null ? default : NearIdentity.Read(name, email);

    /// <summary>The identity of the catalogue or the policy; null for none.</summary>
    internal AgentIdentity? Match(ReadOnlySpan<char> name, string email) =>
        At(name, email) ?? (WithoutNumber(email) is { } login ? At(name, login) : null);

    /// <summary>A GitHub address without the number of the account; null when it has none.</summary>
    internal static string? WithoutNumber(string email)
    {
        int plus = email.IndexOf('+');
        return plus > 0 && email.EndsWith(GitHub, StringComparison.OrdinalIgnoreCase) && email.AsSpan(0, plus).IndexOfAnyExceptInRange('0', '9') < 0 ? email[(plus + 1)..] : null;
    }

    private AgentIdentity? At(ReadOnlySpan<char> name, string email)
    {
        if (!_byEmail.TryGetValue(email, out List<AgentIdentity>? candidates))
            return null;
        name = WithoutOrnament(name);
        foreach (AgentIdentity candidate in candidates)
        {
            if (candidate.Name is null || StartsWithWords(name, candidate.Name))
                return candidate;
        }

        return null;
    }

    /// <summary>A name without the emoji and signs before it.</summary>
    internal static ReadOnlySpan<char> WithoutOrnament(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty && !char.IsLetter(name[0]))
            name = name[1..];
        return name;
    }

    private static bool StartsWithWords(ReadOnlySpan<char> name, string words) =>
        name.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (name.Length == words.Length || !char.IsLetter(name[words.Length]));
}
