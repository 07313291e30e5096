using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Release;
using AiAttribution.Reports.Markdown;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports;

/// <summary>The members that changed, as Markdown: what needs a look stands open, the rest folded.</summary>
/// <param name="text">Takes the tables.</param>
/// <param name="most">Most rows of a table.</param>
internal sealed class DeltaMemberTables(StringBuilder text, int most)
{
    public void Append(MemberChanges members)
    {
        foreach (DeltaGroup group in DeltaGroup.Of(members))
            Table(group);
        int unknown = members.Of(TestMove.Unknown).Count;
        if (unknown > 0)
            text.Append($"The tests of {Count(unknown, "member that is", "members that are")} AI-heavy in both cannot be compared: {Code("--coverage")} and {Code("--coverage-before")} name what was measured.\n\n");
    }

    private void Table(DeltaGroup group)
    {
        int count = group.Changes.Count;
        text.Append(group.NeedsLook ? $"## {group.Title} ({Number(count)})\n\n" : $"<details><summary>{group.Title} ({Number(count)})</summary>\n\n");
        if (most > 0)
        {
            text.Head("member", "place", "AI lines:", group.Column, "by");
            foreach (MemberChange change in group.Changes.Take(most))
                text.Row(Code(DeltaMarkdown.Short(change.Shown.Name)), Code(DeltaMarkdown.Short($"{change.Shown.Path}:{change.Shown.Line}")), DeltaGroup.Lines(change.Shown), group.Cell(change), Agents(change.Shown.Verdict));
            text.Append('\n');
        }

        if (count > most)
            text.Append($"{Number(count - most)} {(most > 0 ? "more " : "")}{(count - most == 1 ? "is" : "are")} in {Code(DeltaJson.FileName)}.\n\n");
        text.Append(group.NeedsLook ? "" : "</details>\n\n");
    }

    private static string Agents(MemberVerdict verdict) =>
        string.Join(", ", verdict.Sources.Select(s => s.Model is null ? s.Agent : $"{s.Agent} {s.Model}").Distinct().Take(3).Select(a => Code(DeltaMarkdown.Short(a))));
}
