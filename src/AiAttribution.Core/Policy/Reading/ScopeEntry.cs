using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>scope</c> of a rule: where it holds.</summary>
internal static class ScopeEntry
{
    private static readonly Dictionary<string, AuthorClass> Classes = new() { ["bot"] = AuthorClass.Bot, ["unknown"] = AuthorClass.Unknown };

    public static PolicyObject Shape(RuleDraft rule) => new(
        "scope",
        new PolicyKey("paths", (value, draft) => rule.Scope = rule.Scope with { Paths = draft.PathGlobs(value, "scope.paths") ?? [] }, IsList: true),
        new PolicyKey("except", (value, draft) => rule.Scope = rule.Scope with { Except = draft.PathGlobs(value, "scope.except") ?? [] }, IsList: true),
        new PolicyKey("branches", (value, draft) => rule.Scope = rule.Scope with { Branches = draft.NameGlobs(value, "scope.branches") ?? [] }, IsList: true),
        new PolicyKey("authors", (value, draft) => rule.Scope = rule.Scope with { Authors = [.. (draft.Texts(value, "scope.authors") ?? []).Select(t => draft.Choice(t, "Each entry of scope.authors", Classes)).OfType<AuthorClass>()] }, IsList: true),
        new PolicyKey("since", (value, draft) => rule.Scope = rule.Scope with { Since = draft.Text(value, "scope.since") }));
}
