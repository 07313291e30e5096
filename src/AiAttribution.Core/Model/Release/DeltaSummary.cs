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
        int lost = delta.Members.Of(TestMove.Lost).Count;
        string first = fresh == 0 ? "No member is newly AI-heavy" : Count(fresh, "member is newly AI-heavy", "members are newly AI-heavy");
        string tests = untested == 0 ? "" : untested == fresh ? untested == 1 ? " and not tested" : ", none of them tested" : $", {Number(untested)} of them not tested";
        string lose = lost == 0 ? "" : $"; {Count(lost, "member", "members")} lost {(lost == 1 ? "its" : "their")} test";
        return $"{first}{tests}; {Others(delta.Members)}{lose}.";
    }

    /// <summary>What became of members that were AI-heavy before.</summary>
    private static string Others(MemberChanges members)
    {
        string[] others =
        [
            .. Told(MemberChangeKind.Changed, _ => "changed"),
            .. Told(MemberChangeKind.NoLongerHeavy, n => $"{(n == 1 ? "is" : "are")} no longer AI-heavy"),
            .. Told(MemberChangeKind.Gone, n => $"{(n == 1 ? "is" : "are")} gone"),
        ];
        return others.Length == 0 ? "none changed" : string.Join(", ", others);

        IEnumerable<string> Told(MemberChangeKind kind, Func<int, string> what) => members.Of(kind).Count is > 0 and var n ? [$"{Number(n)} {what(n)}"] : [];
    }

    /// <summary>What the gate is about, so that nobody takes it for an answer on older code.</summary>
    public static string Scope(ReleaseDelta delta) =>
        (delta.Commits > 0 ? "" : Nothing(delta.Before.Name, delta.After.Name, delta.Before.Commit == delta.After.Commit) + " ") +
        $"The rules judge what the commits of {Cut.At(delta.Before.Name, MostName)}..{Cut.At(delta.After.Name, MostName)} brought, and nothing older; without a range they judge all of it.";

    /// <summary>Why a range holds no commit, with full stop: most often its ends stand the wrong way round.</summary>
    /// <param name="before">Name of the earlier end.</param>
    /// <param name="after">Name of the later end.</param>
    /// <param name="isSame">Whether both name one commit.</param>
    public static string Nothing(string before, string after, bool isSame)
    {
        string start = Cut.At(before, MostName);
        string end = Cut.At(after, MostName);
        return isSame
            ? $"{start} and {end} are one commit, so nothing lies between them."
            : $"{start} has every commit of {end} already, so nothing lies between them; the other way round it is {end}..{start}.";
    }

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
