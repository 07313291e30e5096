using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>Both trails of a member in words.</summary>
internal static class TrailWords
{
    /// <summary>Such as <c>tested by coverage of this very text (symbols checksum); shipped in v2.3 on production, live</c>.</summary>
    /// <param name="member">The member.</param>
    /// <param name="binding">How the coverage of its file was bound to its text; null when no report names the file.</param>
    public static string Of(MemberRecord member, CoverageBinding? binding) => $"{Tests(member, binding)}; {Deployment(member)}";

    private static string Tests(MemberRecord member, CoverageBinding? binding)
    {
        string same = member.SameSession == true ? ", all by the AI session that wrote it" : "";
        return member.Verdict.Test switch
        {
            TestTrail.Tested => $"tested by coverage of {Text(binding)}{same}",
            TestTrail.Linked => $"not measured, though {Figures.Count(member.LinkedDirectly + member.LinkedByOneHop, "test refers", "tests refer")} to it{same}",
            TestTrail.Stale => "changed since it was measured",
            TestTrail.None => VerdictMessage.Unreferenced(member.Verdict.Searched) is { } why ? $"{why}, by the instructions of what was built" : $"no test ran it, by coverage of {Text(binding)}",
            TestTrail.FailedRun => "it ran only in a test run that failed",
            _ => "not measured: whether a test runs it is not known",
        };
    }

    private static string Text(CoverageBinding? binding) => binding is null or CoverageBinding.Time ? "a text that only its time binds (stale-unknown)" : $"this very text ({ReportWords.Of(binding)})";

    private static string Deployment(MemberRecord member)
    {
        string[] first = [.. member.Verdict.Sources.Select(s => s.FirstDeployment).OfType<string>().Distinct()];
        string where = first switch
        {
            [] => "",
            [var only] => " in " + only,
            _ => $" in {first.Length} deployments",
        };
        return member.Verdict.Deployment switch
        {
            DeploymentTrail.Deployed => $"shipped{where}, live",
            DeploymentTrail.RolledBack => $"shipped{where}, no longer live",
            DeploymentTrail.Pending => "not deployed yet",
            DeploymentTrail.None => "not deployed",
            _ => "whether it shipped is not known",
        };
    }
}
