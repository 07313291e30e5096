using AiAttribution.Core.Policy.Reading;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Reads <c>ai-attribution.json</c>. Comments and trailing commas are allowed.</summary>
public static class PolicyReader
{
    /// <summary>Every key that the reader knows, as dotted paths in order of the alphabet; array items are <c>[]</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. PolicyFile.Root.Paths("").Order(StringComparer.Ordinal)];

    /// <summary>Reads the text of a policy file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">Name that problems carry, such as <c>ai-attribution.json</c>.</param>
    public static PolicyReading Read(string json, string fileName)
    {
        var draft = new PolicyDraft(fileName);
        try
        {
            PolicyFile.Root.Read(JsonTree.Parse(json), draft);
            RulesSection.Finish(draft);
        }
        catch (JsonSyntaxException e)
        {
            draft.Report(e.Position, $"This is not JSON: {e.Message}");
        }

        return new PolicyReading(draft.Problems.Count == 0 ? draft.Policy : null, [.. draft.Problems.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
