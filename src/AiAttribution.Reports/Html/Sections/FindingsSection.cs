using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 2: every finding with its place and what to do, and the commands to copy.</summary>
internal static class FindingsSection
{
    private const int MostOpen = 25;
    private const int Most = 1000;
    private const string Question = "What exactly blocks me, and how do I fix it?";

    private static readonly HtmlTable Table = new("Findings, those that block first", "place", "rule", "what is wrong, and what mends it", "tests", "deployment");

    public static HtmlSection Of(ReportModel report)
    {
        Finding[] found = [.. Finding.OpenOf(report)];
        int blocking = found.Count(f => f.Blocks);
        string answer = found.Length == 0 ? report.Commit is null ? "Not known: nothing was attributed." : "Nothing was found that blocks." : blocking == 0
            ? $"{(report.PolicyFile is null ? "No policy, so nothing can block" : "Nothing blocks")}; {Count(found.Length, "finding is", "findings are")} told."
            : $"{Count(blocking, "finding blocks", "findings block")}{(found.Length > blocking ? $", {Count(found.Length - blocking, "more is", "more are")} told" : "")}.";
        if (report.Judged is { } judged)
            answer += $" Only what came since {judged.Base} is listed.";
        return new("fix", Question, answer, report.Commit is not null, found.Length == 0 ? Markup.Empty : Markup.Join([Mends(report, found), Rows(found)]));
    }

    private static Markup Rows(Finding[] found)
    {
        Markup open = Table.Of(found[..Math.Min(MostOpen, found.Length)], Cells);
        if (found.Length <= MostOpen)
            return open;
        Markup rest = (Table with { Caption = "Further findings" }).Of(found[MostOpen..], Cells, Most - MostOpen);
        return Markup.Of($"{open}<details><summary>{Count(found.Length - MostOpen, "further finding")}</summary>\n{rest}</details>\n");
    }

    private static Markup[] Cells(Finding finding) =>
    [
        finding.Member is { } member ? Place(member) : finding.Place.Path is { } path ? Markup.Of($"<code class=\"place\">{path}:{finding.Place.Line}</code>") : Inline("the whole"),
        Markup.Of($"<span class=\"whole\">{Mark(finding)} <a href=\"{RuleCodes.HelpLink(finding.Code)}\">{finding.Code}</a></span>{(finding.Rule is { } rule ? Markup.Of($"<br>{rule.Id}") : Markup.Empty)}"),
        Markup.Of($"<span class=\"told\">{finding.Message}</span>"),
        Inline(finding.Member is { } tested ? ReportWords.Of(tested.Verdict.Test) : "–"),
        Inline(finding.Member is { } deployed ? ReportWords.Of(deployed.Verdict.Deployment) : "–"),
    ];

    private static string Mark(Finding finding) => finding.Blocks ? "✕" : finding.Code == RuleCodes.CannotTell ? "?" : "!";

    private static Markup Mends(ReportModel report, Finding[] found)
    {
        MemberRecord[] members = [.. found.Select(f => f.Member).OfType<MemberRecord>()];
        List<Markup> mends = [];
        if (members.Any(m => m.Verdict.Test is not (TestTrail.Tested or TestTrail.Linked)))
            mends.Add(Markup.Of($"<li>Add a test that runs the member if there is none, then measure:\n{Command(Remedy.Measure)}</li>\n"));
        if (members.Any(m => m.Verdict.Deployment is DeploymentTrail.None or DeploymentTrail.Unknown or DeploymentTrail.Pending) && report.Policy.DeploymentTags.Count > 0)
            mends.Add(Markup.Of($"<li>Once it is deployed, say so with a tag like {Code(report.Policy.DeploymentTags[0].Pattern)}, and fetch the tags where this report is made:\n{Command(Remedy.FetchTags)}</li>\n"));
        mends.Add(Markup.Of($"<li>See the chain behind one line, from commit to deployment, with the place from the table:\n{Command("ai-attribution explain FILE:LINE")}</li>\n"));
        return Markup.Of($"<h3>Ways out</h3>\n<ul class=\"mends\">\n{Markup.Join(mends)}</ul>\n");
    }
}
