using System.Globalization;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An exception from one rule, with owner, reason and expiry.</summary>
/// <param name="Rule">Id of the rule; for one in the code the code of its diagnostic.</param>
/// <param name="Owner">The team that answers for it; never a person.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">Last day on which it holds.</param>
internal sealed record Waiver(string Rule, string Owner, string Reason, DateOnly Expires)
{
    /// <summary>Paths that it covers; empty for any.</summary>
    public IReadOnlyList<Glob> Paths { get; init; } = [];

    /// <summary>Names of members that it covers; empty for any.</summary>
    public IReadOnlyList<Glob> Members { get; init; } = [];

    /// <summary>Starts of commit ids that it covers; empty for any.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>Lines that it covers when it stands in the code; empty for one of the policy file.</summary>
    public IReadOnlyList<WaivedLines> Lines { get; init; } = [];

    /// <summary>Path of the source file that it stands in; null for the policy file.</summary>
    public string? File { get; init; }

    /// <summary>Line of the file, 1-based.</summary>
    public int Line { get; init; }

    /// <summary>Column of the file, 1-based; 0 in the code.</summary>
    public int Column { get; init; }

    /// <summary>For how many days it may still run; null for any number.</summary>
    public int? MostDays { get; init; }

    /// <summary>The last day as <c>2026-01-31</c>.</summary>
    public string ExpiresText => Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What it covers, for people.</summary>
    public string Covered => string.Join(", ", Paths.Concat(Members).Select(g => g.Pattern).Concat(Commits).Concat(Lines.Select(l => l.First == 0 ? l.Path : $"{l.Path}:{l.First}-{l.Last}")));

    /// <summary>Whether it no longer holds.</summary>
    public bool IsExpired(DateOnly today) => today > Expires;

    /// <summary>Whether it still runs for longer than the policy allows.</summary>
    public bool IsTooLong(DateOnly today) => Expires.DayNumber - today.DayNumber > (MostDays ?? int.MaxValue);

    /// <summary>Whether it counts.</summary>
    public bool Holds(DateOnly today) => !IsExpired(today) && !IsTooLong(today);

    /// <summary>Whether it is for a finding of a rule.</summary>
    public bool Covers(PolicyRule rule, RuleFinding finding) =>
        (Lines.Count == 0 ? rule.Id == Rule : IsCodeOf(rule, finding) && Lines.Any(l => l.Contain(finding.Place.Path, finding.Place.Line)))
        && (Paths.Count == 0 || (finding.Place.Path is { } path && Paths.Any(p => p.Matches(path))))
        && (Members.Count == 0 || (finding.Place.Member is { } member && Members.Any(m => m.Matches(member))))
        && (Commits.Count == 0 || (finding.Place.Commit is { } commit && Commits.Any(c => commit.StartsWith(c, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The rule on trails says what AIA1001 does.</summary>
    private bool IsCodeOf(PolicyRule rule, RuleFinding finding) => rule.Require.Code == Rule || RuleCodes.Of(rule, finding) == Rule || (rule.Require is TrailsRequirement && Rule == VerdictIds.NeitherTestedNorDeployed);
}

/// <summary>Lines that a waiver in the code covers.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>; one that ends with it is a folder, and <c>/</c> alone the repository.</param>
/// <param name="First">First line, 1-based; 0 for a folder.</param>
/// <param name="Last">Last line, 1-based; 0 for a folder.</param>
internal sealed record WaivedLines(string Path, int First, int Last)
{
    /// <summary>Whether they have a line of a file.</summary>
    public bool Contain(string? path, int line) => path is not null
        && (Path.EndsWith('/') ? Path == "/" || path.StartsWith(Path, StringComparison.Ordinal) : Path == path && line >= First && line <= Last);
}
