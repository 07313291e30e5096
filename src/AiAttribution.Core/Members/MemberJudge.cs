using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>Judges members, for the compiler and the report alike.</summary>
internal static class MemberJudge
{
    /// <summary>The verdict on the member with these code lines.</summary>
    /// <param name="codeLines">Numbers of its code lines, 1-based.</param>
    /// <param name="table">The lines of the file as its text is now.</param>
    /// <param name="policy">When a member is AI-heavy.</param>
    public static MemberVerdict Judge(IReadOnlyList<int> codeLines, LineTable table, VerdictPolicy policy)
    {
        Dictionary<int, int> linesOfSource = [];
        MemberTally tally = Count(codeLines, table, linesOfSource);
        List<int> sources = [.. linesOfSource.Keys];
        sources.Sort((one, other) => linesOfSource[one] != linesOfSource[other]
            ? linesOfSource[other].CompareTo(linesOfSource[one])
            : one.CompareTo(other));
        AiSource[] ofMember = sources.ConvertAll(source => table.Sources[source]).ToArray();
        TestTrail test = MemberTrails.Test(codeLines, table);
        DeploymentTrail deployment = MemberTrails.Deployment(ofMember);
        Verdict verdict = tally.IsFirmlyAiHeavy(policy) ? VerdictTable.Of(test, deployment) : Verdict.None;
        return new MemberVerdict(tally, tally.IsAiHeavy(policy), ofMember, test, deployment, verdict)
        {
            Searched = test == TestTrail.None && table.Measurement != FileMeasurement.Measured ? table.Searched : [],
        };
    }

    private static MemberTally Count(IReadOnlyList<int> codeLines, LineTable table, Dictionary<int, int> linesOfSource)
    {
        int ai = 0;
        int weak = 0;
        int unknown = 0;
        foreach (int line in codeLines)
        {
            AttributedLine known = table.Lines[line - 1];
            if (known.State == LineState.Unknown)
                unknown++;
            if (!table.IsJudged(line))
                continue;
            ai++;
            linesOfSource[known.Source] = linesOfSource.TryGetValue(known.Source, out int lines) ? lines + 1 : 1;
            if (table.Sources[known.Source].Grade == EvidenceGrade.Weak)
                weak++;
        }

        return new MemberTally(codeLines.Count, ai, weak, unknown);
    }
}
