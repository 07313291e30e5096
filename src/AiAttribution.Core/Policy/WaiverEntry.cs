using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An entry of <c>waivers</c>.</summary>
internal static class WaiverEntry
{
    private const int LongestReason = 1000;

    private static readonly string[] Needed = ["rule", "owner", "reason", "expires"];

    public static PolicyObject<Waiver> Shape { get; } = new(
        "a waiver",
        new("rule", (waiver, value, read) => waiver with { Rule = read.Text(value, "rule of a waiver") ?? "" }),
        new("paths", (waiver, value, read) => waiver with { Paths = read.PathGlobs(value, "paths of a waiver") ?? [] }, IsList: true),
        new("members", (waiver, value, read) => waiver with { Members = read.NameGlobs(value, "members of a waiver") ?? [] }, IsList: true),
        new("commits", (waiver, value, read) => waiver with { Commits = read.Words(value, "commits of a waiver") ?? [] }, IsList: true),
        new("owner", (waiver, value, read) => waiver with { Owner = Owner(value, read) ?? "" }),
        new("reason", (waiver, value, read) => waiver with { Reason = Reason(value, read) ?? "" }),
        new("expires", (waiver, value, read) => waiver with { Expires = read.Day(value, "expires of a waiver", "its last day") ?? default }));

    public static Waiver? Read(JsonValue value, ValueReader read, IReadOnlyList<PolicyRule> rules)
    {
        if (!Shape.TryRead(new Waiver("", "", "", default) { Line = value.Position.Line, Column = value.Position.Column }, value, read, out Waiver waiver))
            return null;
        if (Needed.Any(key => value.Member(key) is null) || waiver.Paths.Count + waiver.Members.Count + waiver.Commits.Count == 0)
        {
            read.Report(value.Position, "A waiver needs rule, owner, reason, expires, and at least one of paths, members, commits.");
            return null;
        }

        if (rules.Any(r => r.Id == waiver.Rule))
            return waiver;
        string wayOut = NearestName.Of(waiver.Rule, rules.Select(r => r.Id)) is { } nearest ? $"Did you mean '{nearest}'?" : $"Rules here: {string.Join(", ", rules.Select(r => r.Id))}.";
        read.Report(value.Member("rule")!.Position, $"There is no rule '{waiver.Rule}'. {wayOut}");
        return null;
    }

    private static string? Owner(JsonValue value, ValueReader read)
    {
        if (read.Text(value, "owner of a waiver") is not { } owner)
            return null;
        if (Team.IsTeam(owner))
            return owner;
        read.Report(value.Position, "owner of a waiver must be a team, such as \"payments\" or \"@acme/payments\", not a person.");
        return null;
    }

    private static string? Reason(JsonValue value, ValueReader read)
    {
        if (read.Text(value, "reason of a waiver") is not { Length: > LongestReason } reason)
            return value.Text;
        read.Report(value.Position, $"reason of a waiver has {reason.Length} characters, and {LongestReason} are enough.");
        return null;
    }
}
