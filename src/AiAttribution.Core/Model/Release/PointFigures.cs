using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Release;

/// <summary>The figures of a report that are compared, in the order in which they are shown.</summary>
internal static class PointFigures
{
    /// <summary>The figures: their names in the schema and for people, where a name that starts with <c>…</c> is a part of the one before.</summary>
    public static IReadOnlyList<(string Key, string Name, int Value)> Of(ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        return
        [
            ("lines", "lines", report.Lines.Total),
            ("aiLines", "AI lines", report.Lines.Ai),
            ("unknownLines", "unknown lines", report.Lines.Unknown),
            ("aiHeavyMembers", "AI-heavy members", heavy.Length),
            ("tested", "… tested", Count(TestTrail.Tested)),
            ("linked", "… only referred to by a test", Count(TestTrail.Linked)),
            ("untested", "… not tested", Count(TestTrail.None, TestTrail.Stale, TestTrail.FailedRun)),
            ("unmeasured", "… not measured", Count(TestTrail.Unmeasured)),
            ("deployed", "… deployed and live", heavy.Count(m => m.Verdict.Deployment == DeploymentTrail.Deployed)),
        ];

        int Count(params TestTrail[] trails) => heavy.Count(m => trails.Contains(m.Verdict.Test));
    }

    /// <summary>The difference with its sign; <c>–</c> for none.</summary>
    public static string Change(int before, int after) => after == before ? "–" : (after > before ? "+" : "−") + Figures.Number(Math.Abs(after - before));
}
