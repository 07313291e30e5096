using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Reports.Json;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 2: what is wrong, once for all places of which it is said, and what to do.</summary>
internal static class FindingsSection
{
    private const int MostOpen = 25;
    private const int MostGroups = 40;
    private const int Most = 1000;
    private const string Question = "What exactly was found, and where?";

    public static HtmlSection Of(ReportModel report)
    {
        Finding[] found = [.. Finding.OpenOf(report)];
        int blocking = found.Count(f => f.Blocks);
        string answer = found.Length == 0 ? report.Commit is null ? "Not known: nothing was attributed." : "Nothing was found that blocks." : blocking == 0
            ? $"{(report.PolicyFile is null ? "No policy, so nothing can block" : "Nothing blocks")}; {Count(found.Length, "finding is", "findings are")} listed."
            : $"{Count(blocking, "finding blocks", "findings block")}{(found.Length > blocking ? $", {Count(found.Length - blocking, "more is", "more are")} listed" : "")}.";
        if (report.Judged is { } judged)
            answer += $" Only what came since {judged.Base} is listed.";
        return new("fix", Question, answer, report.Commit is not null, Markup.Join([Groups(found), Older(report)]));
    }

    private static Markup Groups(Finding[] found)
    {
        FindingGroup[] groups = [.. FindingGroup.Of(found.Take(Most)).Take(MostGroups)];
        int left = found.Length - groups.Sum(g => g.Findings.Count);
        return Markup.Join([.. groups.Select(Group), left > 0 ? Markup.Of($"<p>{Number(left)} more are in {Code(JsonReport.FileName)}.</p>\n") : Markup.Empty]);
    }

    private static Markup Group(FindingGroup group)
    {
        string rule = group.First.Rule is { } named ? " " + named.Id : "";
        string what = $"{group.First.Code}{rule}: {(group.First switch { { Member: not null } => "members", { Place.Commit: not null } => "commits", _ => "places" })}";
        Markup head = Markup.Of($"<h3>{Mark(group.First)} <a href=\"{RuleCodes.HelpLink(group.First.Code)}\">{group.First.Code}</a>{rule}: {(group.First.Blocks ? Count(group.Findings.Count, "blocks", "block") : Count(group.Findings.Count, "finding"))}</h3>\n<p>{group.Sentence}</p>\n");
        Markup open = Rows(what, [.. group.Findings.Take(MostOpen)]);
        Finding[] rest = [.. group.Findings.Skip(MostOpen)];
        return Markup.Join([head, open, rest.Length == 0 ? Markup.Empty : Markup.Of($"<details><summary>{Number(rest.Length)} more</summary>\n{Rows($"{what}, further ones", rest)}</details>\n")]);
    }

    private static Markup Rows(string caption, Finding[] findings) => findings[0] switch
    {
        { Member: not null } => new HtmlTable(caption, "member and place", "AI lines:", "of:", "tests", "deployment").Of(findings, f => f.Member is { Verdict: var verdict } member
            ? [Place(member), Figure(verdict.Tally.Ai), Figure(verdict.Tally.Code), Whole(PlainWords.Of(verdict.Test)), Whole(PlainWords.Of(verdict.Deployment))]
            : [Where(f), Inline("–"), Inline("–"), Inline("–"), Inline("–")]),
        { Place.Commit: not null } => new HtmlTable(caption, "commit", "place").Of(findings, f => [f.Place.Commit is { } commit ? Code(Short(commit)) : Inline("–"), Where(f)]),
        _ => new HtmlTable(caption, "place").Of(findings, f => [Where(f)]),
    };

    private static Markup Where(Finding finding) => finding.Place.Path is { } path ? Markup.Of($"<code class=\"place\">{path}:{finding.Place.Line}</code>") : Inline("the whole");

    /// <summary>A range is told of its own work, and how much it leaves aside.</summary>
    private static Markup Older(ReportModel report)
    {
        if (report.Judged is not { } judged)
            return Markup.Empty;
        int older = report.Members.Count(m => VerdictIds.Of(m.Verdict.Verdict) is not null && !judged.HasLinesOf(m));
        return older == 0 ? Markup.Empty : Paragraph($"{Count(older, "older finding is", "older findings are")} not listed: the range changed nothing in {(older == 1 ? "its member" : "their members")}, and a report without a range names {(older == 1 ? "it" : "them")}.");
    }

    private static string Mark(Finding finding) => finding.Blocks ? "✕" : finding.Code == RuleCodes.CannotTell ? "?" : "!";
}
