using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model.Release;

/// <summary>The comparison in sentences, the same in all forms.</summary>
internal static class DeltaSummary
{
    private const int MostName = 160;

    /// <summary>What changed, with full stop.</summary>
    public static string Sentence(ReleaseDelta delta)
    {
        int fresh = delta.Members.Of(MemberChangeKind.New).Count;
        int untested = delta.Members.NewUntested.Count;
        int changed = delta.Members.Of(MemberChangeKind.Changed).Count;
        int lost = delta.Members.Of(TestMove.Lost).Count;
        string first = fresh == 0 ? "No member is newly AI-heavy" : Count(fresh, "member is newly AI-heavy", "members are newly AI-heavy");
        string tests = untested == 0 ? "" : untested == fresh ? untested == 1 ? " and not tested" : ", none of them tested" : $", {Number(untested)} of them not tested";
        string lose = lost == 0 ? "" : $"; {Count(lost, "member", "members")} lost {(lost == 1 ? "its" : "their")} test";
        return $"{first}{tests}; {(changed == 0 ? "none" : Number(changed))} changed{lose}.";
    }

    /// <summary>What the gate is about, so that nobody takes it for an answer on older code.</summary>
    public static string Scope(ReleaseDelta delta) =>
        $"The rules judge what the commits of {Cut.At(delta.Before.Name, MostName)}..{Cut.At(delta.After.Name, MostName)} brought, and nothing older; without a range they judge all of it.";

    /// <summary>What lies between the two.</summary>
    public static string Between(ReleaseDelta delta) =>
        $"{Count(delta.Commits, "commit lies", "commits lie")} between them, {Number(delta.AiCommits)} with AI evidence.{(delta.IsCut ? " The clone is shallow, so older ones may be missing." : "")}";

    /// <summary>Cost for what came of it.</summary>
    public static string Yield(ReleaseCost yield)
    {
        string spent = $"Sessions recorded {TokenWords.Number(yield.Spent)} tokens, {TokenWords.Cost(yield.Spent)}, for {Count(yield.Commits, "commit")} of this release.";
        if (yield.TokensPerMember is not { } tokens)
            return $"{spent} No AI-heavy member with lines of them is known to be tested and shipped, so there is nothing to divide it by.";
        string cost = yield.CostPerMember is { } dollars ? $"{Dollars(dollars)} and " : "";
        return $"{spent} {Count(yield.Shipped.Members, "AI-heavy member", "AI-heavy members")} with lines of them {(yield.Shipped.Members == 1 ? "survives" : "survive")}, tested and shipped: {cost}{tokens.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} tokens each, all that was spent counted.";
    }

    /// <summary>What the figures leave open.</summary>
    public static string Open(ReleaseCost yield)
    {
        string unlinked = yield.AiCommitsWithout == 0
            ? "Every commit with AI evidence has a session record."
            : $"{Count(yield.AiCommitsWithout, "commit", "commits")} with AI evidence {(yield.AiCommitsWithout == 1 ? "has" : "have")} no session record: what {(yield.AiCommitsWithout == 1 ? "it" : "they")} used is not known, so the figures are a lower bound.";
        string elsewhere = yield.Elsewhere.Usage.Total == 0 ? "" : $" {TokenWords.Number(yield.Elsewhere)} tokens are recorded only for commits outside of this history; some of them may belong here.";
        return unlinked + elsewhere;
    }

    /// <summary>Why agents and models are put together; null when none is.</summary>
    public static string? Hidden(ReleaseCost yield) => PrivacyThreshold.Words(yield.HidesGroups, yield.Groups.Count > 0);
}
