namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Tells machines from people, as far as an identity says.</summary>
internal sealed class MachineIdentities(EvidenceOptions options)
{
    // Review bots are machines here whatever counts as evidence.
    private readonly IdentityTable _identities = new(options with { ReviewBots = true });

    public bool Contains(string name, string email) =>
        name.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        || email.Contains("[bot]@", StringComparison.OrdinalIgnoreCase)
        || _identities.Find(name, email) is not null;

    /// <summary>As <see cref="Contains"/>, for an author.</summary>
    public bool ContainsAuthor(string name, string email) => Contains(name, email) || _identities.FindAuthor(name, email) is not null;

    /// <summary>Whether an identity is that of an agent.</summary>
    public bool IsAgent(string name, string email) => _identities.Find(name, email) is not null;
}
