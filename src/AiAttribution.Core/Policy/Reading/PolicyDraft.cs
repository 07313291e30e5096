using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>The policy while it is read, and what was found wrong so far.</summary>
internal sealed class PolicyDraft(string fileName)
{
    public AttributionPolicy Policy { get; set; } = AttributionPolicy.Default;

    /// <summary>Value of <c>extends</c>; null when it is not there.</summary>
    public JsonValue? Extends { get; set; }

    /// <summary>Value of <c>rules</c>; null when it is not there.</summary>
    public JsonValue? Rules { get; set; }

    /// <summary>Value of <c>waivers</c>; null when it is not there.</summary>
    public JsonValue? Waivers { get; set; }

    public List<PolicyProblem> Problems { get; } = [];

    public void Report(JsonPosition position, string message) =>
        Problems.Add(new PolicyProblem(fileName, position.Line, position.Column, message));
}
