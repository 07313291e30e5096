using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Every requirement that a policy can state. A new one is one file in this folder, its page <c>nuget/docs/CODE.md</c>, its key in the schema, and one line here.</summary>
internal static class RequirementList
{
    /// <summary>The keys of <c>require</c>, in the order in which messages tell them.</summary>
    public static IReadOnlyList<RequirementKey> All { get; } =
    [
        TrailsRequirement.InPolicy,
        TrailerRequirement.InPolicy,
        SignOffRequirement.InPolicy,
        CoAuthorRequirement.InPolicy,
        SessionRequirement.InPolicy,
        HumanReviewRequirement.InPolicy,
        PullRequestRequirement.InPolicy,
        TestsRequirement.InPolicy,
        CoverageRequirement.InPolicy,
        DeploymentRequirement.InPolicy,
        AllowedAgentsRequirement.InPolicy,
        AllowedModelsRequirement.InPolicy,
        UnknownRequirement.InPolicy,
        LeftOutRequirement.InPolicy,
        BudgetRequirement.InPolicy,
        TokensWithoutCodeRequirement.InPolicy,
    ];

    /// <summary><c>require</c> of a rule.</summary>
    public static PolicyObject<Requirement?> Shape { get; } = new(
        "require",
        [.. All.Select(key => new PolicyKey<Requirement?>(key.Name, (_, value, read) => key.Read(value, read), key.Below, key.IsList))]);

    /// <summary>Exactly one requirement; null when something is wrong with it.</summary>
    public static Requirement? Read(JsonValue value, ValueReader read)
    {
        Requirement? require = Shape.Read(null, value, read);
        if (value.Members.Count > 1)
            read.Report(value.Members[1].Position, "A rule has one requirement; make a rule of its own for each.");
        else if (value.Members.Count == 0)
            read.Report(value.Position, "require says nothing; give one of its keys.");
        return require;
    }
}

/// <summary>A requirement in the policy file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Read">The requirement; null when something is wrong with the value, which is reported then.</param>
/// <param name="Codes">Diagnostics that it can give, besides the one for missing evidence.</param>
internal sealed record RequirementKey(string Name, Func<JsonValue, ValueReader, Requirement?> Read, params RuleCode[] Codes)
{
    /// <summary>Keys of its object value; null when it is none.</summary>
    public PolicyObject? Below { get; init; }

    /// <summary>Whether its value is an array.</summary>
    public bool IsList { get; init; }
}
