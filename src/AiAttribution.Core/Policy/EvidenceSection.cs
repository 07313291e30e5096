using System.Collections.Frozen;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary><c>evidence</c>: which kinds count, and agents that the catalogue does not know.</summary>
internal static class EvidenceSection
{
    private const int MostKeys = 20;

    private static readonly PolicyObject<CustomAgent> Agent = new(
        "evidence.agents[]",
        new("name", (agent, value, read) => agent with { Name = read.Text(value, "name of an agent") ?? "" }),
        new("emails", (agent, value, read) => agent with { Emails = read.Words(value, "emails of an agent") ?? [] }, IsList: true),
        new("disclosureKeys", (agent, value, read) => agent with { DisclosureKeys = read.Words(value, "disclosureKeys of an agent") ?? [] }, IsList: true),
        new("sessionKeys", (agent, value, read) => agent with { SessionKeys = read.Words(value, "sessionKeys of an agent") ?? [] }, IsList: true));

    public static PolicyObject<EvidenceOptions> Shape { get; } = new(
        "evidence",
        new("sources", (evidence, value, read) => evidence with { Sources = ReadSources(value, read) }, IsList: true),
        new("reviewBots", (evidence, value, read) => evidence with { ReviewBots = read.Flag(value, "evidence.reviewBots") ?? evidence.ReviewBots }),
        new("keys", (evidence, value, read) => evidence with { Keys = ReadKeys(value, read) }, IsList: true),
        new("agents", (evidence, value, read) => evidence with { Agents = ReadAgents(value, read) }, Agent, IsList: true));

    private static FrozenSet<EvidenceKind> ReadSources(JsonValue value, ValueReader read) =>
        (read.Texts(value, "evidence.sources") ?? []).Select(item => read.Choice(item, "Each entry of evidence.sources", EvidenceKindNames.Kinds)).OfType<EvidenceKind>().ToFrozenSet();

    private static VerifyingKey[] ReadKeys(JsonValue value, ValueReader read)
    {
        IReadOnlyList<JsonValue> texts = read.Texts(value, "evidence.keys") ?? [];
        if (texts.Count > MostKeys)
            read.Report(value.Position, $"evidence.keys has more than {MostKeys} keys.");
        return [.. texts.Take(MostKeys).Select(text => ReadKey(text, read)).OfType<VerifyingKey>()];
    }

    private static VerifyingKey? ReadKey(JsonValue value, ValueReader read)
    {
        try
        {
            return VerifyingKey.Parse(value.Text);
        }
        catch (FormatException problem)
        {
            read.Report(value.Position, $"Each entry of evidence.keys must be a public key of ECDSA on P-256, as PEM or base64: {problem.Message}.");
            return null;
        }
    }

    private static CustomAgent[] ReadAgents(JsonValue value, ValueReader read) =>
        [.. read.Objects(value, "evidence.agents", "{ \"name\": \"acme-coder\", \"emails\": [\"bot@acme.example\"] }").Select(item => ReadAgent(item, read)).OfType<CustomAgent>()];

    private static CustomAgent? ReadAgent(JsonValue value, ValueReader read)
    {
        if (!Agent.TryRead(new CustomAgent(""), value, read, out CustomAgent agent))
            return null;
        if (agent.Name.Length > 0 && agent.Emails.Count + agent.DisclosureKeys.Count + agent.SessionKeys.Count > 0)
            return agent;
        read.Report(value.Position, "An agent needs a name and at least one of emails, disclosureKeys, sessionKeys.");
        return null;
    }
}
