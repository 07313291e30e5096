using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>require.trailer</c> while it is read.</summary>
internal sealed class TrailerDraft
{
    private static readonly Dictionary<string, bool> Presences = new() { ["required"] = false, ["forbidden"] = true };

    private IReadOnlyList<string> _keys = [];
    private bool _forbidden;
    private string? _shape;

    public PolicyObject Shape => new(
        "require.trailer",
        new PolicyKey("keys", (value, draft) => _keys = [.. (draft.Texts(value, "require.trailer.keys") ?? []).Select(t => t.Text)], IsList: true),
        new PolicyKey("presence", (value, draft) => _forbidden = draft.Choice(value, "require.trailer.presence", Presences) ?? _forbidden),
        new PolicyKey("shape", (value, draft) => _shape = draft.Text(value, "require.trailer.shape")));

    public TrailerRequirement? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (_keys.Count > 0)
            return new TrailerRequirement(_keys, _forbidden, _shape);
        draft.Report(value.Position, "require.trailer needs keys, such as [\"Assisted-by\"].");
        return null;
    }
}
