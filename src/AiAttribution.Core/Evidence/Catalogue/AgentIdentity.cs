namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>An identity that an agent commits under.</summary>
/// <param name="Agent">Catalogue name.</param>
/// <param name="Email">Exact e-mail address. For GitHub's <c>number+login@users.noreply.github.com</c> the number may be left out, and then any number matches.</param>
/// <param name="Name">How the display name must start, without case, where the address alone is not enough: people set it as theirs.</param>
/// <param name="Review">A bot that reviews or fixes the work of others, not one that is asked to write.</param>
internal sealed record AgentIdentity(string Agent, string Email, string? Name = null, bool Review = false)
{
    /// <summary>Those of the catalogue. Only exact addresses: people work at the vendors' domains, and people bear the agents' names.</summary>
    public static IReadOnlyList<AgentIdentity> Known { get; } =
        [.. CatalogueFile.Of("identity").Select(row => new AgentIdentity(row.Agent, row.Pattern, row.Name.Length > 0 ? row.Name : null, row.Trait == "review"))];
}
