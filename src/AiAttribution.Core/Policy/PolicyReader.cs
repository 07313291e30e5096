using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Reads <c>ai-attribution.json</c>. Comments and trailing commas are allowed.</summary>
internal static class PolicyReader
{
    /// <summary>Every key that the reader knows, as dotted paths in order of the alphabet; array items are <c>[]</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. PolicyFile.Root.Paths("").Order(StringComparer.Ordinal)];

    /// <summary>Reads the text of a policy file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">Name that problems carry, such as <c>ai-attribution.json</c>.</param>
    public static PolicyReading Read(string json, string fileName)
    {
        AttributionPolicy policy = AttributionPolicy.Default;
        var read = new ValueReader(fileName);
        try
        {
            JsonValue file = JsonTree.Parse(json);
            policy = RuleList.Read(PolicyFile.Root.Read(policy, file, read), file, read);
        }
        catch (JsonSyntaxException e)
        {
            read.Report(e.Position, $"This is not JSON: {e.Message}");
        }

        return new PolicyReading(read.Problems.Count == 0 ? policy : null, PolicyProblem.Told(read.Problems));
    }
}

/// <summary>Outcome of reading a policy file.</summary>
/// <param name="Policy">The policy; null when there is a problem, because half a policy is a wrong one.</param>
/// <param name="Problems">What is wrong, in order of place.</param>
internal sealed record PolicyReading(AttributionPolicy? Policy, IReadOnlyList<PolicyProblem> Problems);
