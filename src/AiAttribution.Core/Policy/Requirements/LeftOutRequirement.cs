using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The share of AI lines that no rule about members judges may not be higher.</summary>
/// <param name="AtMost">The share, 0 to 1.</param>
/// <param name="Reasons">Why lines are left out, as far as it counts.</param>
internal sealed record LeftOutRequirement(double AtMost, IReadOnlyList<LeftOut> Reasons)
    : FileRequirement(Violated, $"at most {Figures.Limit(AtMost)} of AI lines left out ({string.Join(", ", Reasons.Select(LeftOutWords.Reasons.Of))})")
{
    private static readonly RuleCode Violated = new("AIA2017", "Too many AI lines that no rule judges");
    private static readonly LeftOut[] Usual = [LeftOut.Small, LeftOut.Generated, LeftOut.Inactive, LeftOut.Merge];
    private static readonly PolicyObject<(double AtMost, IReadOnlyList<LeftOut> Reasons)> Shape = new(
        "require.leftOut",
        new("atMost", (limit, value, read) => limit with { AtMost = read.Fraction(value, "require.leftOut.atMost") ?? 0 }),
        new("reasons", (limit, value, read) => limit with { Reasons = [.. (read.Texts(value, "require.leftOut.reasons") ?? []).Select(t => read.Choice(t, "Each entry of require.leftOut.reasons", LeftOutWords.Reasons)).OfType<LeftOut>()] }, IsList: true));

    internal static RequirementKey InPolicy { get; } = new("leftOut", Read, Violated) { Below = Shape };

    /// <inheritdoc/>
    public override IEnumerable<RuleFinding> Judge(IReadOnlyList<FileSubject> files, Func<AiLine, bool> judged)
    {
        (FileSubject File, LeftOut Reason)[] lines = [.. files.SelectMany(f => f.Reasons(judged).Select(reason => (f, reason)))];
        (FileSubject File, LeftOut Reason)[] left = [.. lines.Where(l => Reasons.Contains(l.Reason))];
        if (left.Length == 0 || left.Length <= AtMost * lines.Length)
            yield break;
        FileSubject worst = left.GroupBy(l => l.File).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Path, StringComparer.Ordinal).First().Key;
        yield return new RuleFinding(
            FindingKind.Violation,
            RulePlace.Nowhere,
            $"no rule about members judges {left.Length} of {lines.Length} AI lines ({LeftOutWords.Of(left.Select(l => l.Reason))}), and at most {Figures.Limit(AtMost)} may be left out, most of them in {worst.Path}: look at them, and lower heavy.lines and heavy.share or take the marks away");
    }

    private static LeftOutRequirement? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead((0, Usual), value, read, out (double AtMost, IReadOnlyList<LeftOut> Reasons) limit))
            return null;
        if (value.Member("atMost") is not null)
            return new LeftOutRequirement(limit.AtMost, limit.Reasons);
        read.Report(value.Position, "require.leftOut needs atMost, such as 0.2.");
        return null;
    }
}
