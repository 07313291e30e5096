using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Project;

namespace AiAttribution.Engine.Releases;

/// <summary>Finds members of a range that one more AI line would have judged: a limit invites to stay below it.</summary>
internal static class NearlyHeavy
{
    /// <summary>What a reviewer is told of them; nothing where no rule is about members.</summary>
    public static IEnumerable<GateChange> Of(ReportModel report, JudgedRange judged)
    {
        if (!report.Policy.Rules.Any(rule => rule is { IsJudged: true, Require.Subject: RuleSubject.Member }))
            return [];
        VerdictPolicy[] least = LeftOutSearch.Least(report.Policy);
        return report.Members
            .Where(member => IsNearly(member.Verdict.Tally, least) && judged.HasLinesOf(member))
            .Select(member => new GateChange(GateChangeKind.Small, member.Path, member.Line, $"{member.Name} has {Lines(member.Verdict.Tally.Ai)}, and one more would have it judged"));
    }

    private static bool IsNearly(MemberTally tally, VerdictPolicy[] least) =>
        !least.Any(tally.IsAiHeavy) && least.Any((tally with { Ai = tally.Ai + 1 }).IsAiHeavy);

    private static string Lines(int count) => count == 1 ? "1 AI line" : $"{count} AI lines";
}
