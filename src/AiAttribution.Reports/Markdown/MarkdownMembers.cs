using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Tests;
using AiAttribution.Reports.Json;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The sections on AI-heavy members: how many there are of each kind, then what was found.</summary>
internal static class MarkdownMembers
{
    private const int MostRows = 50;

    private static readonly TestTrail[] Tests = [TestTrail.Tested, TestTrail.Linked, TestTrail.Stale, TestTrail.FailedRun, TestTrail.None, TestTrail.Unmeasured];

    private static readonly DeploymentTrail[] Deployments =
        [DeploymentTrail.Deployed, DeploymentTrail.Pending, DeploymentTrail.None, DeploymentTrail.RolledBack, DeploymentTrail.Unknown];

    public static void Append(StringBuilder text, ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        text.Append("## Members with AI lines\n\n");
        text.Append($"{Count(heavy.Length, "member is", "members are")} AI-heavy, {Number(report.Members.Count - heavy.Length)} more hold some AI lines.{TrailTally.OfBaseline(report)}");
        int weak = heavy.Count(m => !m.Verdict.Tally.IsFirmlyAiHeavy(report.Policy.Verdicts));
        text.Append(weak > 0 ? $" {Count(weak, "of the AI-heavy members rests", "of the AI-heavy members rest")} on weak evidence and {(weak == 1 ? "has" : "have")} no verdict.\n\n" : "\n\n");
        if (heavy.Length > 0)
            AppendTrails(text, heavy);
        AppendFindings(text, [.. heavy.Where(m => VerdictIds.Of(m.Verdict.Verdict) is not null)]);
    }

    private static void AppendFindings(StringBuilder text, IReadOnlyList<MemberRecord> found)
    {
        if (found.Count == 0)
            return;
        text.Append("## Findings\n\n");
        text.Head("rule", "member", "place", "AI lines:", "by", "tests", "linked tests:", "deployment");
        foreach (MemberRecord member in found.OrderBy(m => VerdictIds.Of(m.Verdict.Verdict), StringComparer.Ordinal).Take(MostRows))
        {
            MemberVerdict verdict = member.Verdict;
            text.Row(
                VerdictIds.Of(verdict.Verdict)!,
                Code(member.Name),
                Code($"{member.Path}:{member.Line}"),
                $"{verdict.Tally.Ai} of {verdict.Tally.Code}",
                Agents(verdict),
                TestWord(member),
                Linked(member),
                Deployment(verdict));
        }

        if (found.Count > MostRows)
            text.Append($"\n{Number(found.Count - MostRows)} more are in {Code(JsonReport.FileName)}.\n");
        text.Append('\n');
    }

    private static string TestWord(MemberRecord member)
    {
        string word = PlainWords.Of(member.Verdict.Test);
        return member.SameSession == true && member.Verdict.Test is TestTrail.Tested or TestTrail.Linked ? word + " (same session)" : word;
    }

    private static string Linked(MemberRecord member) =>
        member.LinkedByOneHop > 0 ? $"{Number(member.LinkedDirectly)} + {Number(member.LinkedByOneHop)}" : Number(member.LinkedDirectly);

    private static string Agents(MemberVerdict verdict) =>
        string.Join(", ", verdict.Sources.Select(s => s.Model is null ? s.Agent : $"{s.Agent} {s.Model}").Distinct().Take(3).Select(Code));

    private static string Deployment(MemberVerdict verdict)
    {
        string[] names = [.. verdict.Sources.Select(s => s.FirstDeployment).OfType<string>().Distinct()];
        string word = PlainWords.Of(verdict.Deployment);
        return verdict.Deployment == DeploymentTrail.Deployed && names.Length == 1 ? $"{word} {Code(names[0])}" : word;
    }

    private static void AppendTrails(StringBuilder text, IReadOnlyList<MemberRecord> heavy)
    {
        TestTrail[] rows = [.. Tests.Where(t => heavy.Any(m => m.Verdict.Test == t))];
        DeploymentTrail[] columns = [.. Deployments.Where(d => heavy.Any(m => m.Verdict.Deployment == d))];
        text.Append("AI-heavy members by what is known of their tests and deployments:\n\n");
        text.Head(["tests ↓ deployment →", .. columns.Select(c => PlainWords.Of(c) + ":")]);
        foreach (TestTrail row in rows)
            text.Row([PlainWords.Of(row), .. columns.Select(c => Number(heavy.Count(m => m.Verdict.Test == row && m.Verdict.Deployment == c)))]);
        text.Append('\n');
    }
}
