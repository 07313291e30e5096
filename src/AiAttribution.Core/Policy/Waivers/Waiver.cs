using System.Globalization;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Waivers;

/// <summary>An exception from one rule, with owner, reason and expiry.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Owner">The team that answers for it; never a person.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">Last day on which it holds.</param>
public sealed record Waiver(string Rule, string Owner, string Reason, DateOnly Expires)
{
    /// <summary>Paths that it covers; empty for any.</summary>
    public IReadOnlyList<Glob> Paths { get; init; } = [];

    /// <summary>Names of members that it covers; empty for any.</summary>
    public IReadOnlyList<Glob> Members { get; init; } = [];

    /// <summary>Starts of commit ids that it covers; empty for any.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>Line of the policy file, 1-based.</summary>
    public int Line { get; init; }

    /// <summary>Column of the policy file, 1-based.</summary>
    public int Column { get; init; }

    /// <summary>The last day as <c>2026-01-31</c>.</summary>
    public string ExpiresText => Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What it covers, for people.</summary>
    public string Covered => string.Join(", ", Paths.Concat(Members).Select(g => g.Pattern).Concat(Commits));

    /// <summary>Whether it no longer holds.</summary>
    public bool IsExpired(DateOnly today) => today > Expires;

    /// <summary>Whether it is for a finding of a rule.</summary>
    public bool Covers(PolicyRule rule, RulePlace place) =>
        rule.Id == Rule
        && (Paths.Count == 0 || (place.Path is { } path && Paths.Any(p => p.Matches(path))))
        && (Members.Count == 0 || (place.Member is { } member && Members.Any(m => m.Matches(member))))
        && (Commits.Count == 0 || (place.Commit is { } commit && Commits.Any(c => commit.StartsWith(c, StringComparison.OrdinalIgnoreCase))));
}
