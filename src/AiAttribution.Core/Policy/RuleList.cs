using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary><c>extends</c>, <c>rules</c> and <c>waivers</c>. They refer to each other, so they are read when the whole file is known.</summary>
internal static class RuleList
{
    // Each rule looks at all that is judged, and each finding at all waivers.
    private const int MostRules = 1000;
    private const int MostWaivers = 5000;

    /// <summary>The policy with its rules and waivers.</summary>
    public static AttributionPolicy Read(AttributionPolicy policy, JsonValue file, ValueReader read)
    {
        IReadOnlyList<PolicyRule> rules = file.Member("extends") is null && file.Member("rules") is null ? policy.Rules : ReadRules(file, read);
        IEnumerable<Waiver?> waivers = Items(file, "waivers", MostWaivers, read).Select(w => WaiverEntry.Read(w, read, rules));
        return policy with { Rules = rules, Waivers = [.. waivers.OfType<Waiver>().Select(w => w with { MostDays = policy.WaiverDays })] };
    }

    private static List<PolicyRule> ReadRules(JsonValue file, ValueReader read)
    {
        List<PolicyRule> rules = [.. Inherited(file.Member("extends"), read)];
        PolicyRule[] inherited = [.. rules];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonValue entry in Items(file, "rules", MostRules, read))
        {
            if (RuleEntry.Read(entry, read, inherited) is not { } rule)
                continue;
            if (!seen.Add(rule.Id))
                read.Report(entry.Position, $"The rule '{rule.Id}' stands here twice; give it another id.");
            int place = rules.FindIndex(r => r.Id == rule.Id);
            if (place < 0)
                rules.Add(rule);
            else
                rules[place] = rule;
        }

        return rules;
    }

    private static IEnumerable<PolicyRule> Inherited(JsonValue? extends, ValueReader read) =>
        extends is not null && read.OneOf(extends, "extends", Preset.Names) is { } name
            ? Preset.Rules(name).Select(r => r with { Line = extends.Position.Line, Column = extends.Position.Column })
            : [];

    private static IReadOnlyList<JsonValue> Items(JsonValue file, string key, int most, ValueReader read)
    {
        if (file.Member(key) is not { } list)
            return [];
        IReadOnlyList<JsonValue> items = read.Objects(list, key);
        if (items.Count > most)
            read.Report(list.Position, $"{key} has {items.Count} entries, and {most} are the most that are judged. Put those together that differ in their paths alone.");
        return items.Count > most ? [] : items;
    }
}
