using AiAttribution.Core.Evidence;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Verdicts;

/// <summary>Judges members, for the compiler and the report alike.</summary>
public static class MemberJudge
{
    /// <summary>The verdict on the member with these code lines.</summary>
    /// <param name="codeLines">Numbers of its code lines, 1-based.</param>
    /// <param name="file">The file as its text is now.</param>
    /// <param name="sources">Sources that the file's marks refer to.</param>
    /// <param name="policy">When a member is AI-heavy.</param>
    public static MemberVerdict Judge(
        IReadOnlyList<int> codeLines,
        SnapshotFile file,
        IReadOnlyList<SnapshotSource> sources,
        VerdictPolicy policy)
    {
        Dictionary<int, int> linesOfSource = [];
        MemberTally tally = Count(codeLines, file, sources, linesOfSource);
        List<int> marks = [.. linesOfSource.Keys];
        marks.Sort((one, other) => linesOfSource[one] != linesOfSource[other]
            ? linesOfSource[other].CompareTo(linesOfSource[one])
            : one.CompareTo(other));
        SnapshotSource[] ofMember = marks.ConvertAll(mark => sources[mark]).ToArray();
        TestTrail test = MemberTrails.Test(codeLines, file);
        DeploymentTrail deployment = MemberTrails.Deployment(ofMember);
        Verdict verdict = tally.IsFirmlyAiHeavy(policy) ? VerdictTable.Of(test, deployment) : Verdict.None;
        return new MemberVerdict(tally, tally.IsAiHeavy(policy), ofMember, test, deployment, verdict);
    }

    private static MemberTally Count(
        IReadOnlyList<int> codeLines,
        SnapshotFile file,
        IReadOnlyList<SnapshotSource> sources,
        Dictionary<int, int> linesOfSource)
    {
        int ai = 0;
        int weak = 0;
        int unknown = 0;
        foreach (int line in codeLines)
        {
            int mark = file.Marks[line - 1];
            if (mark == LineMark.Unknown)
                unknown++;
            if (!LineMark.IsAi(mark))
                continue;
            ai++;
            linesOfSource[mark] = linesOfSource.TryGetValue(mark, out int lines) ? lines + 1 : 1;
            if (sources[mark].Grade == EvidenceGrade.Weak)
                weak++;
        }

        return new MemberTally(codeLines.Count, ai, weak, unknown);
    }
}
