using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An entry of <c>rules</c>.</summary>
internal static class RuleEntry
{
    private const int MostLines = 1_000_000;

    private static readonly EnumText<AuthorClass> Classes = new((AuthorClass.Bot, "bot"), (AuthorClass.Unknown, "unknown"));
    private static readonly EnumText<AiCondition> States = new((AiCondition.Ai, "ai"), (AiCondition.Other, "other"), (AiCondition.Any, "any"));
    private static readonly EnumText<EvidenceGrade> Grades = new((EvidenceGrade.Weak, "weak"), (EvidenceGrade.Declared, "declared"), (EvidenceGrade.Lines, "lines"));

    /// <summary>Where it holds.</summary>
    private static readonly PolicyObject<RuleScope> Scope = new(
        "scope",
        new("paths", (scope, value, read) => scope with { Paths = read.PathGlobs(value, "scope.paths") ?? [] }, IsList: true),
        new("except", (scope, value, read) => scope with { Except = read.PathGlobs(value, "scope.except") ?? [] }, IsList: true),
        new("branches", (scope, value, read) => scope with { Branches = read.NameGlobs(value, "scope.branches") ?? [] }, IsList: true),
        new("authors", (scope, value, read) => scope with { Authors = [.. (read.Texts(value, "scope.authors") ?? []).Select(t => read.Choice(t, "Each entry of scope.authors", Classes)).OfType<AuthorClass>()] }, IsList: true),
        new("since", (scope, value, read) => scope with { Since = read.Text(value, "scope.since") }));

    /// <summary>What it is for.</summary>
    private static readonly PolicyObject<RuleCondition> When = new(
        "when",
        new("ai", (when, value, read) => when with { Ai = read.Choice(value, "when.ai", States) ?? when.Ai }),
        new("grade", (when, value, read) => when with { Grade = read.Choice(value, "when.grade", Grades) ?? when.Grade }),
        new("share", (when, value, read) => when with { Share = read.Share(value, "when.share") }),
        new("aiLines", (when, value, read) => when with { AiLines = read.Integer(value, "when.aiLines", 1, MostLines) }),
        new("addedLines", (when, value, read) => when with { AddedLines = read.Integer(value, "when.addedLines", 1, MostLines) }),
        new("agents", (when, value, read) => when with { Agents = read.NameGlobs(value, "when.agents") ?? [] }, IsList: true),
        new("models", (when, value, read) => when with { Models = read.NameGlobs(value, "when.models") ?? [] }, IsList: true),
        new("session", (when, value, read) => when with { SessionKnown = read.OneOf(value, "when.session", "known", "unknown") is { } word ? word == "known" : null }));

    public static PolicyObject<PolicyRule> Shape { get; } = new(
        "a rule",
        new("id", (rule, value, read) => rule with { Id = Name(value, read) ?? "" }),
        new("severity", (rule, value, read) => rule with { Severity = read.Choice(value, "severity", RuleWords.Severities) ?? rule.Severity }),
        new("scope", (rule, value, read) => rule with { Scope = Scope.Read(rule.Scope, value, read) }, Scope),
        new("when", (rule, value, read) => rule with { When = When.Read(rule.When, value, read) }, When),
        new("require", (rule, value, read) => rule with { Require = RequirementList.Read(value, read) ?? rule.Require }, RequirementList.Shape),
        new("newOnly", (rule, value, read) => rule with { NewOnly = read.Text(value, "newOnly") }),
        new("unknown", (rule, value, read) => rule with { FailsOnUnknown = read.OneOf(value, "unknown", "warn", "fail") == "fail" }));

    /// <summary>Reads an entry; one with the id of an inherited rule changes that rule.</summary>
    public static PolicyRule? Read(JsonValue value, ValueReader read, IReadOnlyList<PolicyRule> inherited)
    {
        PolicyRule start = inherited.FirstOrDefault(r => r.Id == value.Member("id")?.Text) ?? new PolicyRule("", new NoRequirement());
        if (!Shape.TryRead(start, value, read, out PolicyRule rule))
            return null;
        if (rule.Id.Length == 0 || rule.Require is NoRequirement)
        {
            read.Report(value.Position, rule.Id.Length == 0 ? "A rule needs an id." : $"The rule '{rule.Id}' needs 'require', which says what it requires{Hint(rule.Id, inherited)}.");
            return null;
        }

        RuleSubjects.Check(rule, value, read);
        if (rule.Require is CostPerNdRequirement && value.Member("severity") is { Text: "error" } severity)
            read.Report(severity.Position, $"costPerNd only warns, because lasting change settles weeks later; give '{rule.Id}' the severity warning or info.");
        if (rule is { Require: CostPerNdRequirement, Severity: RuleSeverity.Error })
            rule = rule with { Severity = RuleSeverity.Warning };
        bool saysAi = value.Member("when")?.Member("ai") is not null;
        return rule with { When = saysAi ? rule.When : rule.When with { Ai = rule.Require.Commits ?? rule.When.Ai }, Line = value.Position.Line, Column = value.Position.Column };
    }

    /// <summary>A word that logs, file names and pages can carry as it is.</summary>
    private static string? Name(JsonValue value, ValueReader read)
    {
        const int longest = 64;
        if (read.Text(value, "id of a rule") is not { } id)
            return null;
        if (id.Length <= longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return id;
        read.Report(value.Position, $"id of a rule must be at most {longest} letters, digits, '-', '_' or '.', such as \"tested-core\".");
        return null;
    }

    private static string Hint(string id, IReadOnlyList<PolicyRule> inherited) =>
        NearestName.Of(id, inherited.Select(r => r.Id)) is { } nearest ? $"; did you mean the preset's rule '{nearest}'?" : "";

    /// <summary>Stands where an entry has no <c>require</c> yet.</summary>
    private sealed record NoRequirement() : Requirement(new RuleCode("", ""), RuleSubject.Commit, "");
}
