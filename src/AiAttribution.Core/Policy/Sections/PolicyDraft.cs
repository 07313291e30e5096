using AiAttribution.Core.Policy.Json;

namespace AiAttribution.Core.Policy.Sections;

/// <summary>The policy while it is read, and what was found wrong so far.</summary>
internal sealed class PolicyDraft(string fileName)
{
    public AttributionPolicy Policy { get; set; } = AttributionPolicy.Default;

    public List<PolicyProblem> Problems { get; } = [];

    public void Report(JsonPosition position, string message) =>
        Problems.Add(new PolicyProblem(fileName, position.Line, position.Column, message));
}
