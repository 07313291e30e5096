using System.Text;
using AiAttribution.Core.Reports.Markdown;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;
using static AiAttribution.Core.Reports.Figures;
using static AiAttribution.Core.Reports.Markdown.MarkdownText;

namespace AiAttribution.Core.Reports.Delta;

/// <summary>The members that changed, as Markdown: what needs a look stands open, the rest folded.</summary>
/// <param name="text">Takes the tables.</param>
/// <param name="most">Most rows of a table.</param>
internal sealed class DeltaMemberTables(StringBuilder text, int most)
{
    public void Append(MemberChanges members)
    {
        IReadOnlyList<MemberChange> untested = members.NewUntested;
        Table("New and not tested", untested, "tests", c => ReportWords.Of(c.After!.Verdict.Test), folded: false);
        Table("Lost their test", members.Of(TestMove.Lost), "tests", Tests, folded: false);
        Table("Newly tested", members.Of(TestMove.Gained), "tests", Tests, folded: true);
        Table(untested.Count == 0 ? "New" : "New, tested or not measured", [.. members.Of(MemberChangeKind.New).Except(untested)], "tests", c => ReportWords.Of(c.After!.Verdict.Test), folded: true);
        Table("Changed", members.Of(MemberChangeKind.Changed), "tests", Tests, folded: true);
        Table("No longer AI-heavy", members.Of(MemberChangeKind.NoLongerHeavy), "AI lines before", c => Lines(c.Before!), folded: true);
        Table("Gone", members.Of(MemberChangeKind.Gone), "tests before", c => ReportWords.Of(c.Before!.Verdict.Test), folded: true);
        int unknown = members.Of(TestMove.Unknown).Count;
        if (unknown > 0)
            text.Append($"The tests of {Count(unknown, "member that is", "members that are")} AI-heavy in both cannot be compared: {Code("--coverage")} and {Code("--coverage-before")} name what was measured.\n\n");
    }

    private void Table(string title, IReadOnlyList<MemberChange> changes, string column, Func<MemberChange, string> cell, bool folded)
    {
        if (changes.Count == 0)
            return;
        text.Append(folded ? $"<details><summary>{title} ({Number(changes.Count)})</summary>\n\n" : $"## {title} ({Number(changes.Count)})\n\n");
        if (most > 0)
        {
            text.Head("member", "place", "AI lines:", column, "by");
            foreach (MemberChange change in changes.Take(most))
                text.Row(Code(DeltaMarkdown.Short(change.Shown.Name)), Code(DeltaMarkdown.Short($"{change.Shown.Path}:{change.Shown.Line}")), Lines(change.Shown), cell(change), Agents(change.Shown.Verdict));
            text.Append('\n');
        }

        if (changes.Count > most)
            text.Append($"{Number(changes.Count - most)} {(most > 0 ? "more " : "")}{(changes.Count - most == 1 ? "is" : "are")} in {Code(DeltaJson.FileName)}.\n\n");
        text.Append(folded ? "</details>\n\n" : "");
    }

    private static string Lines(ReportMember member) => $"{Number(member.Verdict.Tally.Ai)} of {Number(member.Verdict.Tally.Code)}";

    private static string Tests(MemberChange change)
    {
        TestTrail before = change.Before!.Verdict.Test;
        TestTrail after = change.After!.Verdict.Test;
        return before == after ? ReportWords.Of(after) : $"{ReportWords.Of(before)} → {ReportWords.Of(after)}";
    }

    private static string Agents(MemberVerdict verdict) =>
        string.Join(", ", verdict.Sources.Select(s => s.Model is null ? s.Agent : $"{s.Agent} {s.Model}").Distinct().Take(3).Select(a => Code(DeltaMarkdown.Short(a))));
}
