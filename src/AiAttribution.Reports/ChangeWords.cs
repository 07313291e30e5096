using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Reports;

/// <summary>What is new since the release before, in words.</summary>
internal static class ChangeWords
{
    private const int MostName = 160;

    /// <summary>The answer, with full stop; null when nobody knows the release before.</summary>
    public static string? Answer(ReportModel report) => report switch
    {
        { Delta: { } delta } => $"{DeltaSummary.Sentence(delta)} Compared with {Name(delta.Before.Name)}.",
        { Since: { } since } => Answer(report, since),
        _ => null,
    };

    /// <summary>Why nobody knows it; a build does not look.</summary>
    public static string NotKnown(ReportModel report) => report.Outcomes is null && report.Commit is not null
        ? "Not known: a build does not look for the release before; ai-attribution report does."
        : "Not known: no release before is known.";

    /// <summary>AI-heavy members with lines that came since the release before; those that no test is known to run first, then those with most AI lines.</summary>
    public static IReadOnlyList<MemberRecord> Members(ReportModel report, ReleaseSince since) =>
        [.. report.Members.Where(m => m.Verdict.IsAiHeavy && since.HasLinesOf(m)).OrderBy(m => m.Verdict.Test is TestTrail.Tested or TestTrail.Linked).ThenByDescending(m => m.Verdict.Tally.Ai)];

    /// <summary>A name of a sane length.</summary>
    public static string Name(string name) => Cut.At(name, MostName);

    private static string Answer(ReportModel report, ReleaseSince since)
    {
        string commits = $"{Count(since.Commits.Count, "commit")} since {Name(since.Name)}, {Number(since.AiCommits)} of them AI work";
        IReadOnlyList<MemberRecord> members = Members(report, since);
        if (members.Count == 0)
            return $"{commits}; no AI-heavy member {(report.BaselineMembers > 0 ? "that is newer than the baseline " : "")}has lines of them.";
        int tested = members.Count(m => m.Verdict.Test == TestTrail.Tested);
        int unmeasured = members.Count(m => m.Verdict.Test is TestTrail.Unmeasured or TestTrail.Linked);
        string[] tests =
        [
            .. tested > 0 ? new[] { $"{Number(tested)} tested" } : [],
            .. members.Count > tested + unmeasured ? new[] { $"{Number(members.Count - tested - unmeasured)} not tested" } : [],
            .. unmeasured > 0 ? new[] { $"{Number(unmeasured)} not measured" } : [],
        ];
        return $"{commits}; {Count(members.Count, "AI-heavy member is", "AI-heavy members are")} new or changed: {string.Join(", ", tests)}.";
    }
}
