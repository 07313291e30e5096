using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>Which keys of a rule make sense for what it judges.</summary>
internal static class RuleSubjects
{
    private static readonly Dictionary<string, RuleSubject[]> For = new()
    {
        ["paths"] = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File],
        ["except"] = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File],
        ["since"] = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File],
        ["newOnly"] = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File],
        ["grade"] = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File],
        ["ai"] = [RuleSubject.Commit],
        ["addedLines"] = [RuleSubject.Commit],
        ["authors"] = [RuleSubject.Commit],
        ["share"] = [RuleSubject.Member],
        ["aiLines"] = [RuleSubject.Member],
        ["agents"] = [RuleSubject.Commit, RuleSubject.Member],
        ["models"] = [RuleSubject.Commit, RuleSubject.Member],
        ["session"] = [RuleSubject.Commit, RuleSubject.Member],
    };

    /// <summary>Reports keys of <c>scope</c> and <c>when</c> that would be ignored.</summary>
    public static void Check(PolicyRule rule, JsonValue entry, PolicyDraft draft)
    {
        IEnumerable<JsonMember> keys = entry.Members.Where(m => m.Name is "scope" or "when").SelectMany(m => m.Value.Members).Concat(entry.Members.Where(m => m.Name == "newOnly"));
        foreach (JsonMember key in keys)
        {
            if (For.TryGetValue(key.Name, out RuleSubject[]? subjects) && !subjects.Contains(rule.Require.Subject))
                draft.Report(key.Position, $"'{key.Name}' is for rules about {string.Join(" or ", subjects.Select(Plural))}, and '{rule.Id}' is about {Plural(rule.Require.Subject)}. Take it out.");
        }
    }

    /// <summary>A sign-off by an agent may be a commit's only sign of AI, so that rule looks at every commit unless it says otherwise.</summary>
    public static PolicyRule WithDefaults(PolicyRule rule, JsonValue entry) =>
        rule.Require is SignOffRequirement && !Says(entry, "when", "ai") ? rule with { When = rule.When with { Ai = AiCondition.Any } } : rule;

    private static bool Says(JsonValue entry, string section, string key) =>
        entry.Members.Any(m => m.Name == section && m.Value.Members.Any(k => k.Name == key));

    private static string Plural(RuleSubject subject) => subject switch
    {
        RuleSubject.Commit => "commits",
        RuleSubject.Member => "members",
        RuleSubject.Period => "releases or months",
        _ => "files",
    };
}
