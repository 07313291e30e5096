using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An entry of <c>evidence.agents</c>.</summary>
internal static class AgentEntry
{
    /// <summary>The keys; values are read by <see cref="Read"/>, because an agent is made of several.</summary>
    public static PolicyObject Shape { get; } = new(
        "evidence.agents[]",
        new PolicyKey("name", (value, draft) => draft.Text(value, "name of an agent")),
        new PolicyKey("emails", (value, draft) => draft.Texts(value, "emails of an agent"), IsList: true),
        new PolicyKey("disclosureKeys", (value, draft) => draft.Texts(value, "disclosureKeys of an agent"), IsList: true),
        new PolicyKey("sessionKeys", (value, draft) => draft.Texts(value, "sessionKeys of an agent"), IsList: true));

    public static CustomAgent? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        var agent = new CustomAgent(Of(value, "name")?.Text ?? "")
        {
            Emails = Texts(value, "emails"),
            DisclosureKeys = Texts(value, "disclosureKeys"),
            SessionKeys = Texts(value, "sessionKeys"),
        };
        if (agent.Name.Length > 0 && agent.Emails.Count + agent.DisclosureKeys.Count + agent.SessionKeys.Count > 0)
            return agent;
        draft.Report(value.Position, "An agent needs a name and at least one of emails, disclosureKeys, sessionKeys.");
        return null;
    }

    private static JsonValue? Of(JsonValue value, string key) => value.Members.FirstOrDefault(m => m.Name == key)?.Value;

    private static IReadOnlyList<string> Texts(JsonValue value, string key) => [.. Of(value, key)?.Items.Select(i => i.Text) ?? []];
}
