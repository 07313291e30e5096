using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Only these models may have written.</summary>
/// <param name="Allowed">Patterns of models.</param>
internal sealed record AllowedModelsRequirement(IReadOnlyList<Glob> Allowed)
    : CommitRequirement(AllowedAgentsRequirement.Violated, $"models {string.Join(", ", Allowed.Select(a => a.Pattern))}")
{
    internal static RequirementKey InPolicy { get; } = new("models", (value, read) => read.NameGlobs(value, "require.models") is { } allowed ? new AllowedModelsRequirement(allowed) : null, AllowedAgentsRequirement.Violated) { IsList = true };

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        List<string> models = [.. commit.Evidence.Select(e => e.Model).OfType<string>()];
        if (models.Find(m => !Allowed.Any(a => a.Matches(m))) is { } other)
            return Violation($"was made with the model {other}, which the policy does not allow: use {string.Join(", ", Allowed.Select(a => a.Pattern))}, or add it to the rule");
        return models.Count == 0 && commit.Evidence.Count > 0
            ? (FindingKind.Gap, "does not say which model was used: add 'Assisted-by: AGENT:MODEL' to its message")
            : null;
    }
}
