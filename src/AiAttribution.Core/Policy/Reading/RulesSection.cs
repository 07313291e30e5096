using System.Text.Json;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>extends</c>, <c>rules</c> and <c>waivers</c>. They refer to each other, so they are read when the whole file is known.</summary>
internal static class RulesSection
{
    private static readonly Dictionary<string, int> PresetNames = Preset.Names.Select((name, index) => (name, index)).ToDictionary(p => p.name, p => p.index);

    public static PolicyKey[] Keys { get; } =
    [
        new("extends", (value, draft) => draft.Extends = value),
        new("rules", (value, draft) => draft.Rules = value, RuleEntry.Shape(new RuleDraft()), IsList: true),
        new("waivers", (value, draft) => draft.Waivers = value, WaiverEntry.Shape(new WaiverDraft()), IsList: true),
    ];

    public static void Finish(PolicyDraft draft)
    {
        if (draft.Extends is null && draft.Rules is null && draft.Waivers is null)
            return;
        IReadOnlyList<PolicyRule> rules = draft.Extends is null && draft.Rules is null ? draft.Policy.Rules : ReadRules(draft);
        IEnumerable<Waiver?> waivers = Items(draft.Waivers, "waivers", draft).Select(w => WaiverEntry.Read(w, draft, rules));
        draft.Policy = draft.Policy with { Rules = rules, Waivers = [.. waivers.OfType<Waiver>()] };
    }

    private static List<PolicyRule> ReadRules(PolicyDraft draft)
    {
        List<PolicyRule> rules = [.. Inherited(draft)];
        PolicyRule[] inherited = [.. rules];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonValue entry in Items(draft.Rules, "rules", draft))
        {
            if (RuleEntry.Read(entry, draft, inherited) is not { } rule)
                continue;
            if (!seen.Add(rule.Id))
                draft.Report(entry.Position, $"The rule '{rule.Id}' stands here twice; give it another id.");
            int place = rules.FindIndex(r => r.Id == rule.Id);
            if (place < 0)
                rules.Add(rule);
            else
                rules[place] = rule;
        }

        return rules;
    }

    private static IEnumerable<PolicyRule> Inherited(PolicyDraft draft) =>
        draft.Extends is { } extends && draft.Choice(extends, "extends", PresetNames) is { } index
            ? Preset.Rules(Preset.Names[index]).Select(r => r with { Line = extends.Position.Line, Column = extends.Position.Column })
            : [];

    private static IReadOnlyList<JsonValue> Items(JsonValue? list, string key, PolicyDraft draft)
    {
        if (list is not null && list.Type != JsonTokenType.StartArray)
            draft.Report(list.Position, $"{key} must be a list of objects.");
        return list?.Items ?? [];
    }
}
