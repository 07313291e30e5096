using System.Collections.Frozen;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>evidence</c>: which kinds count, and agents that the catalogue does not know.</summary>
internal static class EvidenceSection
{
    private static readonly Dictionary<string, EvidenceKind> Kinds = Enum.GetValues<EvidenceKind>().ToDictionary(EvidenceKindNames.Of);

    public static PolicyObject Shape { get; } = new(
        "evidence",
        new PolicyKey("sources", ReadSources, IsList: true),
        new PolicyKey("reviewBots", ReadReviewBots),
        new PolicyKey("agents", ReadAgents, AgentEntry.Shape, IsList: true));

    private static void ReadSources(JsonValue value, PolicyDraft draft)
    {
        if (draft.Texts(value, "evidence.sources") is not { } items)
            return;
        List<EvidenceKind?> kinds = [.. items.Select(item => draft.Choice(item, "Each entry of evidence.sources", Kinds))];
        Change(draft, e => e with { Sources = kinds.OfType<EvidenceKind>().ToFrozenSet() });
    }

    private static void ReadReviewBots(JsonValue value, PolicyDraft draft)
    {
        if (value.Type is JsonTokenType.True or JsonTokenType.False)
            Change(draft, e => e with { ReviewBots = value.Type == JsonTokenType.True });
        else
            draft.Report(value.Position, "evidence.reviewBots must be true or false.");
    }

    private static void ReadAgents(JsonValue value, PolicyDraft draft)
    {
        if (value.Type != JsonTokenType.StartArray)
        {
            draft.Report(value.Position, "evidence.agents must be a list of objects such as { \"name\": \"acme-coder\", \"emails\": [\"bot@acme.example\"] }.");
            return;
        }

        List<CustomAgent?> agents = [.. value.Items.Select(item => AgentEntry.Read(item, draft))];
        Change(draft, e => e with { Agents = [.. agents.OfType<CustomAgent>()] });
    }

    private static void Change(PolicyDraft draft, Func<EvidenceOptions, EvidenceOptions> change) =>
        draft.Policy = draft.Policy with { Evidence = change(draft.Policy.Evidence) };
}
