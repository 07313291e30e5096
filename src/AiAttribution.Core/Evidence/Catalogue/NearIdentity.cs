namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>
/// Identities that are an agent's by name only: without an address, or with one that is the name again at a place the catalogue does not know.
/// That is weak, and only names count that are neither people's nor everyday words.
/// </summary>
internal static class NearIdentity
{
    // Addresses of documentation; people who copied one wear them, too.
    private static readonly string[] Reserved = ["example", "example.com", "example.org", "example.net", "invalid", "test"];

    /// <summary>Agent and model of an identity; nothing known when it is none.</summary>
    /// <param name="written">Name as written.</param>
    /// <param name="email">Address; null when there is none.</param>
    public static AgentText Read(string written, string? email)
    {
        string name = IdentityTable.WithoutOrnament(written).Trim().ToString();
        if (email is null)
            return AgentText.Parse(name, strict: true) is { IsKnown: true, IsWord: false } text ? text : default;
        return AgentNames.Find(name) is { } agent && !AgentNames.IsWord(name) && IsNameAgain(name, email) ? new AgentText(agent, null) : default;
    }

    private static bool IsNameAgain(string name, string email)
    {
        string address = IdentityTable.WithoutNumber(email) ?? email;
        int at = address.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || !Plain(address[..at]).Equals(Plain(name), StringComparison.OrdinalIgnoreCase))
            return false;
        string domain = address[(at + 1)..];
        return domain.Length > 0 && !Reserved.Any(r => domain.Equals(r, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + r, StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '_' or '.')));
}
