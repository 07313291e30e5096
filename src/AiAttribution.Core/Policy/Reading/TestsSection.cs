using AiAttribution.Core.Text;
using AiAttribution.Core.Trails.Binding;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>tests</c>: where coverage reports are, and how surely they must be bound to texts.</summary>
internal static class TestsSection
{
    private static readonly Dictionary<string, CoverageBinding> Bindings = new()
    {
        ["time"] = CoverageBinding.Time,
        ["commit"] = CoverageBinding.Commit,
        ["symbols"] = CoverageBinding.Symbols,
        ["checksum"] = CoverageBinding.Report,
    };

    public static PolicyObject Shape { get; } = new(
        "tests",
        new PolicyKey("coverage", ReadCoverage, IsList: true),
        new PolicyKey("binding", (value, draft) => draft.Policy = draft.Policy with { Binding = draft.Choice(value, "tests.binding", Bindings) ?? draft.Policy.Binding }));

    private static void ReadCoverage(JsonValue value, PolicyDraft draft)
    {
        if (draft.Texts(value, "tests.coverage") is { } patterns)
            draft.Policy = draft.Policy with { Coverage = [.. patterns.Select(p => Glob.ForPaths(p.Text))] };
    }
}
