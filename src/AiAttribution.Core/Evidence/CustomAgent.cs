namespace AiAttribution.Core.Evidence;

/// <summary>An agent that a policy file adds to the catalogue.</summary>
/// <param name="Name">Name shown in reports, in kebab-case, such as <c>acme-coder</c>.</param>
internal sealed record CustomAgent(string Name)
{
    /// <summary>Exact e-mail addresses, compared without case; GitHub's numeric prefix may be left out.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Keys of trailers that disclose this agent; the value is read as the model.</summary>
    public IReadOnlyList<string> DisclosureKeys { get; init; } = [];

    /// <summary>Keys of trailers whose value is the id of a session of this agent.</summary>
    public IReadOnlyList<string> SessionKeys { get; init; } = [];
}
