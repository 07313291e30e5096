using System.Globalization;
using AiAttribution.Core.Model.Release;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>A release beside the one before: figures and members.</summary>
internal static class ReleaseParts
{
    private const int MostOpen = 25;
    private const int Most = 200;

    public static Markup Of(ReleaseDelta delta) => Markup.Join(
    [
        Paragraph(DeltaSummary.Between(delta)),
        FiguresTable(delta),
        Markup.Join(DeltaGroup.Of(delta.Members).Select(Members)),
        Incomparable(delta.Members),
    ]);

    /// <summary>The release's name; what a name may hold is anything, so it is cut.</summary>
    public static string Name(ReleasePoint point) => DeltaMarkdown.Short(point.Name);

    private static Markup FiguresTable(ReleaseDelta delta)
    {
        var rows = PointFigures.Of(delta.Before.Report).Zip(PointFigures.Of(delta.After.Report), (before, after) => (before.Name, Before: before.Value, After: after.Value)).ToArray();
        return new HtmlTable($"{Told(delta.Before)} beside {Told(delta.After)}", "what", Name(delta.Before) + ":", Name(delta.After) + ":", "change:").Of(
            rows, r => [Inline(r.Name), Figure(r.Before), Figure(r.After), Inline(PointFigures.Change(r.Before, r.After))]);
    }

    private static string Told(ReleasePoint point) => $"{Name(point)} ({point.Commit[..Math.Min(10, point.Commit.Length)]}, {point.Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})";

    private static Markup Members(DeltaGroup group)
    {
        string title = $"{group.Title}: {Count(group.Changes.Count, "member")}";
        Markup table = new HtmlTable(title, "member and place", "AI lines:", group.Column).Of(
            group.Changes, c => [Place(c.Shown), Inline(DeltaGroup.Lines(c.Shown)), Inline(group.Cell(c))], group.NeedsLook ? MostOpen : Most);
        return group.NeedsLook ? table : Markup.Of($"<details><summary>{title}</summary>\n{table}</details>\n");
    }

    private static Markup Incomparable(MemberChanges members) => members.Of(TestMove.Unknown).Count is > 0 and int unknown
        ? Paragraph($"The tests of {Count(unknown, "member that is", "members that are")} AI-heavy in both cannot be compared: --coverage and --coverage-before name what was measured.")
        : Markup.Empty;
}
