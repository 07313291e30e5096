using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Engine.Project;

/// <summary>Finds the AI lines that no rule about members judges, and why.</summary>
/// <param name="history">The history that the files were read with.</param>
/// <param name="policy">Says which members are judged.</param>
/// <param name="range">The range whose merges are looked at; null for none.</param>
internal sealed class LeftOutSearch(CollectedHistory history, AttributionPolicy policy, CommitRange? range)
{
    private readonly IReadOnlyDictionary<string, int> _merged = range is null ? new Dictionary<string, int>() : MergedLines.Of(history, range);

    private readonly VerdictPolicy[] _least = Least(policy);

    /// <summary>The file with the reason at each AI line that is left out.</summary>
    public FileMembers Mark(FileMembers file)
    {
        if (_merged.GetValueOrDefault(file.File.Path) is > 0 and var merged)
            file = file with { File = file.File with { Subject = file.File.Subject with { Merged = merged } } };
        if (file.File.Subject.Ai.Count == 0 || file.Table is null)
            return file;
        LeftOut? whole = file.File.IsTest ? LeftOut.TestProject : file.IsGenerated ? LeftOut.Generated : null;
        Dictionary<int, LeftOut> reasons = whole is null ? Reasons(file) : [];
        FileSubject subject = file.File.Subject;
        AiLine[] lines = [.. subject.Ai.Select(l => l with { LeftOut = whole ?? reasons.GetValueOrDefault(l.Number) })];
        return file with { File = file.File with { Subject = subject with { Ai = lines } } };
    }

    /// <summary>A member is judged from the least on that the policy or a rule of it asks for.</summary>
    public static VerdictPolicy[] Least(AttributionPolicy policy) =>
    [
        policy.Verdicts,
        .. policy.Rules
            .Where(r => r is { IsJudged: true, Require.Subject: RuleSubject.Member } && (r.When.Share is not null || r.When.AiLines is not null))
            .Select(r => policy.Verdicts with { Share = r.When.Share ?? 0, MinimumLines = r.When.AiLines ?? 1 }),
    ];

    private Dictionary<int, LeftOut> Reasons(FileMembers file)
    {
        var reasons = new Dictionary<int, LeftOut>();
        foreach (Member member in file.Members)
        {
            MemberTally tally = MemberJudge.Judge(member.CodeLines, file.Table!, policy.Verdicts).Tally;
            if (_least.Any(tally.IsAiHeavy))
                continue;
            foreach (int line in member.CodeLines)
                reasons[line] = LeftOut.Small;
        }

        foreach (UnsearchedLines lines in file.Unsearched)
        {
            for (int line = lines.First; line <= lines.Last; line++)
                reasons[line] = lines.IsGenerated ? LeftOut.Generated : LeftOut.Inactive;
        }

        return reasons;
    }
}
