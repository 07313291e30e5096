using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>when</c> of a rule: what it is for.</summary>
internal static class ConditionEntry
{
    private const int MostLines = 1_000_000;

    private static readonly Dictionary<string, AiCondition> States = new() { ["ai"] = AiCondition.Ai, ["other"] = AiCondition.Other, ["any"] = AiCondition.Any };
    private static readonly Dictionary<string, EvidenceGrade> Grades = new() { ["weak"] = EvidenceGrade.Weak, ["declared"] = EvidenceGrade.Declared, ["lines"] = EvidenceGrade.Lines };
    private static readonly Dictionary<string, bool> Sessions = new() { ["known"] = true, ["unknown"] = false };

    public static PolicyObject Shape(RuleDraft rule) => new(
        "when",
        new PolicyKey("ai", (value, draft) => rule.When = rule.When with { Ai = draft.Choice(value, "when.ai", States) ?? rule.When.Ai }),
        new PolicyKey("grade", (value, draft) => rule.When = rule.When with { Grade = draft.Choice(value, "when.grade", Grades) ?? rule.When.Grade }),
        new PolicyKey("share", (value, draft) => rule.When = rule.When with { Share = draft.Share(value, "when.share") }),
        new PolicyKey("aiLines", (value, draft) => rule.When = rule.When with { AiLines = draft.Integer(value, "when.aiLines", 1, MostLines) }),
        new PolicyKey("addedLines", (value, draft) => rule.When = rule.When with { AddedLines = draft.Integer(value, "when.addedLines", 1, MostLines) }),
        new PolicyKey("agents", (value, draft) => rule.When = rule.When with { Agents = draft.NameGlobs(value, "when.agents") ?? [] }, IsList: true),
        new PolicyKey("models", (value, draft) => rule.When = rule.When with { Models = draft.NameGlobs(value, "when.models") ?? [] }, IsList: true),
        new PolicyKey("session", (value, draft) => rule.When = rule.When with { SessionKnown = draft.Choice(value, "when.session", Sessions) }));
}
