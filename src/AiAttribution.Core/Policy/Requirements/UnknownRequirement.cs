using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The share of lines of unknown origin may not be higher.</summary>
/// <param name="AtMost">The share, 0 to 1.</param>
internal sealed record UnknownRequirement(double AtMost) : FileRequirement(Violated, $"at most {Figures.Limit(AtMost)} lines of unknown origin")
{
    private static readonly RuleCode Violated = new("AIA2011", "Too many lines of unknown origin");

    internal static RequirementKey InPolicy { get; } = new("unknownShare", (value, read) => read.Fraction(value, "require.unknownShare") is { } most ? new UnknownRequirement(most) : null, Violated);

    /// <inheritdoc/>
    public override bool AsksAll => true;

    /// <inheritdoc/>
    public override IEnumerable<RuleFinding> Judge(IReadOnlyList<FileSubject> files, Func<AiLine, bool> judged)
    {
        long total = files.Sum(f => (long)f.Total);
        long unknown = files.Sum(f => (long)f.Unknown);
        if (unknown == 0 || unknown <= AtMost * total)
            yield break;
        FileSubject worst = files.OrderByDescending(f => f.Unknown).ThenBy(f => f.Path, StringComparer.Ordinal).First();
        yield return new RuleFinding(
            FindingKind.Violation,
            RulePlace.Nowhere,
            $"the origin of {unknown} of {total} lines is unknown ({Figures.Percent((double)unknown / total)}), and at most {Figures.Limit(AtMost)} may be, most of them in {worst.Path}: commit what is not committed, and fetch the whole history (git fetch --unshallow)");
    }
}
