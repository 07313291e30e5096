using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary>The bots that review or fix the work of others.</summary>
internal sealed class ReviewBots(IdentityTable identities)
{
    private static readonly HashSet<string> Agents =
        AgentIdentity.Known.Where(identity => identity.Review).Select(identity => identity.Agent).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an identity is that of such a bot.</summary>
    public bool Contains(string name, string email) => identities.Find(name, email) is { } agent && Agents.Contains(agent);

    /// <summary>Whether a statement says no more than that such a bot is a co-author.</summary>
    public static bool AreMeant(EvidenceStatement statement) => statement.Kind == EvidenceKind.CoAuthorTrailer && Agents.Contains(statement.Agent);
}
