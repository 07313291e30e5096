using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 2: what is new since the release before; without one nobody knows.</summary>
internal static class ChangesSection
{
    private const string Question = "What changed since the last release?";
    private const int MostMembers = 12;

    public static HtmlSection Of(ReportModel report)
    {
        if (ChangeWords.Answer(report) is { } answer)
            return new("changes", Question, answer, true, report.Delta is { } delta ? ReleaseParts.Of(delta) : Since(report, report.Since!).And(Baseline(report)));
        return HtmlSection.Unknown("changes", Question, ChangeWords.NotKnown(report),
            OnScreen(Markup.Of($"<p>A tag that the policy's deployment.tags name is a release. Fetch the tags, or name two ends:</p>\n{Command(Remedy.FetchTags)}{Command("ai-attribution report v1.0..HEAD --output artifacts")}")).And(Baseline(report)));
    }

    /// <summary>Without a second reading of the older release: what of today's members came since.</summary>
    private static Markup Since(ReportModel report, ReleaseSince since)
    {
        IReadOnlyList<MemberRecord> members = ChangeWords.Members(report, since);
        Markup table = members.Count == 0 ? Markup.Empty : new HtmlTable($"AI-heavy members with lines that came since {ChangeWords.Name(since.Name)}, those that no test is known to run first", "member and place", "AI lines:", "tests", "deployment").Of(
            members, m => [Place(m), Figure(m.Verdict.Tally.Ai), Whole(PlainWords.Of(m.Verdict.Test)), Whole(PlainWords.Of(m.Verdict.Deployment))], MostMembers);
        string release = IsPlain(since.Name) ? since.Name : "v1.0";
        return table.And(OnScreen(Markup.Of($"<p>Member by member, with the figures of both ends:</p>\n{Command($"ai-attribution report {release}..HEAD --output artifacts")}")));
    }

    private static Markup Baseline(ReportModel report)
    {
        if (report.Policy.Since is not { } since || report.Lines.Ai == 0)
            return Markup.Empty;
        return new PartsTable($"AI lines by age: those up to the baseline {ChangeWords.Name(since)} are told and never judged", "AI lines").Of(
            [("newer than the baseline", report.Lines.Ai - report.Lines.Baseline), ("of the baseline", report.Lines.Baseline)]);
    }

    /// <summary>Whether a name from the repository may stand in a command that somebody pastes into a shell.</summary>
    private static bool IsPlain(string name) => name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/');
}
