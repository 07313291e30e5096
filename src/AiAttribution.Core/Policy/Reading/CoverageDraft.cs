using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>require.coverage</c> while it is read.</summary>
internal sealed class CoverageDraft
{
    private const int MostLines = 1_000_000;

    private double? _atLeast;
    private int _lines = 10;

    public PolicyObject Shape => new(
        "require.coverage",
        new PolicyKey("atLeast", (value, draft) => _atLeast = draft.Share(value, "require.coverage.atLeast")),
        new PolicyKey("lines", (value, draft) => _lines = draft.Integer(value, "require.coverage.lines", 1, MostLines) ?? _lines));

    public CoverageRequirement? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (_atLeast is { } atLeast)
            return new CoverageRequirement(atLeast, _lines);
        draft.Report(value.Position, "require.coverage needs atLeast, such as 0.8.");
        return null;
    }
}
