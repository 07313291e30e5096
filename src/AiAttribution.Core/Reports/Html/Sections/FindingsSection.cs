using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;
using static AiAttribution.Core.Reports.Figures;
using static AiAttribution.Core.Reports.Html.HtmlParts;

namespace AiAttribution.Core.Reports.Html.Sections;

/// <summary>Question 2: every finding with its place and what to do, and the commands to copy.</summary>
internal static class FindingsSection
{
    private const int MostOpen = 25;
    private const int Most = 1000;
    private const string Question = "What exactly blocks me, and how do I fix it?";

    private static readonly HtmlTable Table = new("Findings, those that block first", "member and place", "rule", "AI lines:", "tests", "deployment", "by", "what to do");

    public static HtmlSection Of(ReportModel report)
    {
        (GateRule Rule, ReportMember Member)[] found = [.. ReleaseGate.Of(report).Rules.SelectMany(r => r.Members.Select(m => (r, m)))];
        int blocking = found.Count(f => f.Rule.Blocks);
        string answer = found.Length == 0 ? report.Commit is null ? "Not known: nothing was attributed." : "Nothing was found that blocks." : blocking == 0
            ? $"Nothing blocks; {Count(found.Length, "finding is", "findings are")} told."
            : $"{Count(blocking, "member blocks", "members block")}{(found.Length > blocking ? $", {Count(found.Length - blocking, "more finding is", "more findings are")} told" : "")}.";
        return new("fix", Question, answer, report.Commit is not null, found.Length == 0 ? Markup.Empty : Markup.Join([Mends(report, found), Rows(found)]));
    }

    private static Markup Rows((GateRule Rule, ReportMember Member)[] found)
    {
        Markup open = Table.Of(found[..Math.Min(MostOpen, found.Length)], Cells);
        if (found.Length <= MostOpen)
            return open;
        Markup rest = (Table with { Caption = "Further findings" }).Of(found[MostOpen..], Cells, Most - MostOpen);
        return Markup.Of($"{open}<details><summary>{Count(found.Length - MostOpen, "further finding")}</summary>\n{rest}</details>\n");
    }

    private static Markup[] Cells((GateRule Rule, ReportMember Member) finding)
    {
        ReportMember member = finding.Member;
        return
        [
            Place(member),
            Markup.Of($"<span class=\"whole\">{(finding.Rule.Blocks ? "✕" : "!")} {finding.Rule.Id}</span>"),
            Text($"{Figures.Number(member.Verdict.Tally.Ai)} of {Figures.Number(member.Verdict.Tally.Code)}"),
            Text(ReportWords.Of(member.Verdict.Test)),
            Text(ReportWords.Of(member.Verdict.Deployment)),
            Text(Agents(member.Verdict.Sources)),
            Text(VerdictMessage.Advice(member.Verdict)),
        ];
    }

    private static string Agents(IReadOnlyList<SnapshotSource> sources) =>
        string.Join(", ", sources.Select(s => s.Model is null ? s.Agent : $"{s.Agent} {s.Model}").Distinct().Take(3));

    private static Markup Mends(ReportModel report, (GateRule Rule, ReportMember Member)[] found)
    {
        List<Markup> mends = [];
        if (found.Any(f => f.Member.Verdict.Test is not (TestTrail.Tested or TestTrail.Linked)))
            mends.Add(Markup.Of($"<li>Add a test that runs the member if there is none, then measure:\n{Command(Mend.Measure)}</li>\n"));
        if (found.Any(f => f.Member.Verdict.Deployment is DeploymentTrail.None or DeploymentTrail.Unknown or DeploymentTrail.Pending) && report.Policy.DeploymentTags.Count > 0)
            mends.Add(Markup.Of($"<li>Once it is deployed, say so with a tag like {Code(report.Policy.DeploymentTags[0].Pattern)}, and fetch the tags where this report is made:\n{Command(Mend.FetchTags)}</li>\n"));
        mends.Add(Markup.Of($"<li>See the chain behind one line, from commit to deployment, with the place from the table:\n{Command("ai-attribution explain FILE:LINE")}</li>\n"));
        return Markup.Of($"<h3>Ways out</h3>\n<ul class=\"mends\">\n{Markup.Join(mends)}</ul>\n");
    }
}
