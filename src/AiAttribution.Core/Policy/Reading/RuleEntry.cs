using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An entry of <c>rules</c>.</summary>
internal static class RuleEntry
{
    private static readonly Dictionary<string, RuleSeverity> Severities = new()
    {
        ["error"] = RuleSeverity.Error,
        ["warning"] = RuleSeverity.Warning,
        ["info"] = RuleSeverity.Info,
        ["off"] = RuleSeverity.Off,
    };

    private static readonly Dictionary<string, bool> Unknown = new() { ["warn"] = false, ["fail"] = true };

    public static PolicyObject Shape(RuleDraft rule) => new(
        "a rule",
        new PolicyKey("id", (value, draft) => rule.Id = Name(value, draft)),
        new PolicyKey("severity", (value, draft) => rule.Severity = draft.Choice(value, "severity", Severities) ?? rule.Severity),
        new PolicyKey("scope", ScopeEntry.Shape(rule).Read, ScopeEntry.Shape(rule)),
        new PolicyKey("when", ConditionEntry.Shape(rule).Read, ConditionEntry.Shape(rule)),
        new PolicyKey("require", (value, draft) => RequirementEntry.Read(rule, value, draft), RequirementEntry.Shape(rule)),
        new PolicyKey("newOnly", (value, draft) => rule.NewOnly = draft.Text(value, "newOnly")),
        new PolicyKey("unknown", (value, draft) => rule.FailsOnUnknown = draft.Choice(value, "unknown", Unknown) ?? rule.FailsOnUnknown));

    /// <summary>Reads an entry; one with the id of an inherited rule changes that rule.</summary>
    public static PolicyRule? Read(JsonValue value, PolicyDraft draft, IReadOnlyList<PolicyRule> inherited)
    {
        int before = draft.Problems.Count;
        var rule = new RuleDraft();
        string? id = value.Members.FirstOrDefault(m => m.Name == "id")?.Value.Text;
        if (inherited.FirstOrDefault(r => r.Id == id) is { } parent)
            rule.Inherit(parent);
        Shape(rule).Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (rule.Rule(value.Position) is not { } read)
        {
            draft.Report(value.Position, rule.Id is null ? "A rule needs an id." : $"The rule '{rule.Id}' needs 'require', which says what it requires{Hint(rule.Id, inherited)}.");
            return null;
        }

        RuleSubjects.Check(read, value, draft);
        return RuleSubjects.WithDefaults(read, value);
    }

    /// <summary>A word that logs, file names and pages can carry as it is.</summary>
    private static string? Name(JsonValue value, PolicyDraft draft)
    {
        const int longest = 64;
        if (draft.Text(value, "id of a rule") is not { } id)
            return null;
        if (id.Length <= longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return id;
        draft.Report(value.Position, $"id of a rule must be at most {longest} letters, digits, '-', '_' or '.', such as \"tested-core\".");
        return null;
    }

    private static string Hint(string id, IReadOnlyList<PolicyRule> inherited) =>
        NearestName.Of(id, inherited.Select(r => r.Id)) is { } nearest ? $"; did you mean the preset's rule '{nearest}'?" : "";
}
