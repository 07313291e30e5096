using System.Globalization;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Tests;

namespace AiAttribution.Reports.Statements;

/// <summary>What is known of AI work, as names and values. What is not known is left out, so a missing property is never zero.</summary>
internal static class CycloneDxProperties
{
    public static IEnumerable<(string Name, string Value)> Of(ReportModel report)
    {
        yield return ("gate", GateWords.Of(ReleaseGate.Of(report).State));
        if (report.PolicyDigest is { } digest)
            yield return ("policy:sha256", digest);
        if (report.Commit is not { } commit)
            yield break;
        yield return ("commit", commit);
        yield return ("lines:total", Number(report.Lines.Total));
        yield return ("lines:ai", Number(report.Lines.Ai));
        yield return ("lines:ai:weak", Number(report.Lines.Of(EvidenceGrade.Weak)));
        yield return ("lines:other", Number(report.Lines.Other));
        yield return ("lines:unknown", Number(report.Lines.Unknown));
        yield return ("lines:unknown:in-part", Number(report.Lines.InPart));
        foreach ((string agent, int lines) in report.Lines.Agents)
            yield return ("lines:ai:agent:" + agent.Replace(' ', ':'), Number(lines));
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        yield return ("members:heavy", Number(heavy.Length));
        foreach (TestTrail trail in Enum.GetValues<TestTrail>())
            yield return ("members:heavy:tests:" + Name(ReportWords.Of(trail)), Number(heavy.Count(m => m.Verdict.Test == trail)));
        foreach (DeploymentTrail trail in Enum.GetValues<DeploymentTrail>())
            yield return ("members:heavy:deployment:" + Name(ReportWords.Of(trail)), Number(heavy.Count(m => m.Verdict.Deployment == trail)));
    }

    private static string Name(string words) => words.Replace(' ', '-');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
