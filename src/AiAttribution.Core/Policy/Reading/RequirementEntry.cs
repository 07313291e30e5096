using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>require</c> of a rule: exactly one requirement.</summary>
internal static class RequirementEntry
{
    private static readonly Dictionary<string, bool> Forbidden = new() { ["forbidden"] = true };
    private static readonly Dictionary<string, bool> Required = new() { ["required"] = true };
    private static readonly Dictionary<string, bool> EitherWay = new() { ["required"] = false, ["forbidden"] = true };
    private static readonly Dictionary<string, TestsDemand> Tests = new() { ["linked"] = TestsDemand.Linked, ["tested"] = TestsDemand.Tested, ["independent"] = TestsDemand.Independent };
    private static readonly Dictionary<string, bool> Trails = new() { ["any"] = true };
    private static readonly Dictionary<string, bool> Grace = new() { ["within-grace"] = true };

    public static PolicyObject Shape(RuleDraft rule)
    {
        var trailer = new TrailerDraft();
        var coverage = new CoverageDraft();
        var budget = new BudgetDraft();
        var wasted = new TokensWithoutCodeDraft();
        return new PolicyObject(
            "require",
            new PolicyKey("trails", (v, d) => rule.Require = d.Choice(v, "require.trails", Trails) is null ? null : new TrailsRequirement()),
            new PolicyKey("trailer", (v, d) => rule.Require = trailer.Read(v, d), trailer.Shape),
            new PolicyKey("aiSignOff", (v, d) => rule.Require = d.Choice(v, "require.aiSignOff", Forbidden) is null ? null : new SignOffRequirement()),
            new PolicyKey("aiCoAuthor", (v, d) => rule.Require = d.Choice(v, "require.aiCoAuthor", Forbidden) is null ? null : new CoAuthorRequirement()),
            new PolicyKey("session", (v, d) => rule.Require = d.Choice(v, "require.session", EitherWay) is { } forbidden ? new SessionRequirement(forbidden) : null),
            new PolicyKey("humanReview", (v, d) => rule.Require = d.Choice(v, "require.humanReview", Required) is null ? null : new HumanReviewRequirement()),
            new PolicyKey("tests", (v, d) => rule.Require = d.Choice(v, "require.tests", Tests) is { } demand ? new TestsRequirement(demand) : null),
            new PolicyKey("coverage", (v, d) => rule.Require = coverage.Read(v, d), coverage.Shape),
            new PolicyKey("deployment", (v, d) => rule.Require = d.Choice(v, "require.deployment", Grace) is null ? null : new DeploymentRequirement()),
            new PolicyKey("agents", (v, d) => rule.Require = d.NameGlobs(v, "require.agents") is { } allowed ? new AllowedAgentsRequirement(allowed) : null, IsList: true),
            new PolicyKey("models", (v, d) => rule.Require = d.NameGlobs(v, "require.models") is { } allowed ? new AllowedModelsRequirement(allowed) : null, IsList: true),
            new PolicyKey("unknownShare", (v, d) => rule.Require = d.Fraction(v, "require.unknownShare") is { } most ? new UnknownRequirement(most) : null),
            new PolicyKey("budget", (v, d) => rule.Require = budget.Read(v, d), budget.Shape),
            new PolicyKey("tokensWithoutCode", (v, d) => rule.Require = wasted.Read(v, d), wasted.Shape));
    }

    public static void Read(RuleDraft rule, JsonValue value, PolicyDraft draft)
    {
        Shape(rule).Read(value, draft);
        if (value.Members.Count > 1)
            draft.Report(value.Members[1].Position, "A rule has one requirement; make a rule of its own for each.");
        else if (value.Members.Count == 0)
            draft.Report(value.Position, "require says nothing; give one of its keys.");
    }
}
