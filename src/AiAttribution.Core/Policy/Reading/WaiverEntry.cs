using System.Globalization;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An entry of <c>waivers</c>.</summary>
internal static class WaiverEntry
{
    /// <summary>The keys.</summary>
    public static PolicyObject Shape(WaiverDraft waiver) => new(
        "a waiver",
        new PolicyKey("rule", (value, draft) => waiver.Rule = draft.Text(value, "rule of a waiver")),
        new PolicyKey("paths", (value, draft) => waiver.Paths = draft.PathGlobs(value, "paths of a waiver") ?? [], IsList: true),
        new PolicyKey("members", (value, draft) => waiver.Members = draft.NameGlobs(value, "members of a waiver") ?? [], IsList: true),
        new PolicyKey("commits", (value, draft) => waiver.Commits = [.. (draft.Texts(value, "commits of a waiver") ?? []).Select(t => t.Text)], IsList: true),
        new PolicyKey("owner", (value, draft) => waiver.Owner = Team(value, draft)),
        new PolicyKey("reason", (value, draft) => waiver.Reason = draft.Text(value, "reason of a waiver")),
        new PolicyKey("expires", (value, draft) => waiver.Expires = Date(value, draft)));

    public static Waiver? Read(JsonValue value, PolicyDraft draft, IReadOnlyList<PolicyRule> rules)
    {
        int before = draft.Problems.Count;
        var waiver = new WaiverDraft();
        Shape(waiver).Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (waiver.Waiver(value.Position) is not { } read)
        {
            draft.Report(value.Position, "A waiver needs rule, owner, reason, expires, and at least one of paths, members, commits.");
            return null;
        }

        if (rules.Any(r => r.Id == read.Rule))
            return read;
        string wayOut = NearestName.Of(read.Rule, rules.Select(r => r.Id)) is { } nearest ? $"Did you mean '{nearest}'?" : $"Rules here: {string.Join(", ", rules.Select(r => r.Id))}.";
        draft.Report(value.Members.First(m => m.Name == "rule").Value.Position, $"There is no rule '{read.Rule}'. {wayOut}");
        return null;
    }

    private static string? Team(JsonValue value, PolicyDraft draft)
    {
        if (draft.Text(value, "owner of a waiver") is not { } owner)
            return null;
        if (Waivers.Team.IsTeam(owner))
            return owner;
        draft.Report(value.Position, "owner of a waiver must be a team, such as \"payments\" or \"@acme/payments\", not a person.");
        return null;
    }

    private static DateOnly? Date(JsonValue value, PolicyDraft draft)
    {
        if (DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        draft.Report(value.Position, "expires of a waiver must be its last day, such as \"2027-01-31\".");
        return null;
    }
}
