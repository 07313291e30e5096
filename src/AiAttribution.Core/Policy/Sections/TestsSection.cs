using AiAttribution.Core.Policy.Json;

namespace AiAttribution.Core.Policy.Sections;

/// <summary><c>tests</c>: where coverage reports are.</summary>
internal static class TestsSection
{
    public static PolicyObject Shape { get; } = new(
        "tests",
        new PolicyKey("coverage", ReadCoverage, IsList: true));

    private static void ReadCoverage(JsonValue value, PolicyDraft draft)
    {
        if (draft.Texts(value, "tests.coverage") is { } patterns)
            draft.Policy = draft.Policy with { Coverage = [.. patterns.Select(p => Glob.ForPaths(p.Text))] };
    }
}
