using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Tests must execute a share of a file's AI lines.</summary>
/// <param name="AtLeast">The share, above 0 and at most 1.</param>
/// <param name="MinimumLines">Files with fewer executable AI lines are left out.</param>
internal sealed record CoverageRequirement(double AtLeast, int MinimumLines)
    : FileRequirement(Violated, $"{Figures.Limit(AtLeast)} of the AI lines of a file executed, from {MinimumLines} lines on")
{
    private static readonly RuleCode Violated = new("AIA2008", "Too few AI lines executed by tests");
    private static readonly PolicyObject<(double AtLeast, int Lines)> Shape = new(
        "require.coverage",
        new("atLeast", (coverage, value, read) => coverage with { AtLeast = read.Share(value, "require.coverage.atLeast") ?? 1 }),
        new("lines", (coverage, value, read) => coverage with { Lines = read.Integer(value, "require.coverage.lines", 1, 1_000_000) ?? 10 }));

    internal static RequirementKey InPolicy { get; } = new("coverage", Read, Violated) { Below = Shape };

    /// <inheritdoc/>
    public override IEnumerable<RuleFinding> Judge(IReadOnlyList<FileSubject> files, Func<AiLine, bool> judged) =>
        files.Where(f => !f.IsTest).Select(f => Judge(f, [.. f.Ai.Where(judged)])).OfType<RuleFinding>();

    private static CoverageRequirement? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead((1, 10), value, read, out (double AtLeast, int Lines) coverage))
            return null;
        if (value.Member("atLeast") is not null)
            return new CoverageRequirement(coverage.AtLeast, coverage.Lines);
        read.Report(value.Position, "require.coverage needs atLeast, such as 0.8.");
        return null;
    }

    private RuleFinding? Judge(FileSubject file, List<AiLine> lines)
    {
        if (file.Measurement == FileMeasurement.Unmeasured)
            return lines.Count(l => l.Coverage != LineCoverage.NotExecutable) >= MinimumLines ? Gap(file, lines[0], $"the AI lines of {file.Path} were not measured: run {VerdictMessage.Measure}") : null;
        int executed = lines.Count(l => l.Coverage is LineCoverage.Executed or LineCoverage.Partial);
        List<AiLine> missed = lines.FindAll(l => l.Coverage is LineCoverage.NotExecuted or LineCoverage.FailedRun);
        List<AiLine> open = lines.FindAll(l => l.Coverage is LineCoverage.Stale or LineCoverage.Unknown or LineCoverage.Unmeasured);
        if (executed + missed.Count + open.Count < MinimumLines || Reaches(executed, missed.Count + open.Count))
            return null;
        if (missed.Count == 0 || Reaches(executed + open.Count, missed.Count))
            return Gap(file, open[0], $"{open.Count} AI lines of {file.Path} are in no report, or changed after they were measured: run {VerdictMessage.Measure}");
        return new RuleFinding(
            missed.TrueForAll(l => l.IsWeak) ? FindingKind.Lenient : FindingKind.Violation,
            new RulePlace(file.Path, missed[0].Number),
            $"tests execute {executed} of {executed + missed.Count} measured AI lines of {file.Path}, and {Figures.Limit(AtLeast)} are required: add tests that run line {missed[0].Number} and what follows");
    }

    private bool Reaches(int executed, int missed)
    {
        const double rounding = 1e-9;
        return executed >= (AtLeast * (executed + missed)) - rounding;
    }

    private static RuleFinding Gap(FileSubject file, AiLine at, string message) => new(FindingKind.Gap, new RulePlace(file.Path, at.Number), message);
}
