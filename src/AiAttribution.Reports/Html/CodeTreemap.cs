using AiAttribution.Core.Members;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Reports.Html;

/// <summary>
/// Folders and the larger of their judged members as a treemap, drawn twice: for wide and for narrow screens, of which one is shown.
/// Members that are too small to be seen are put together by state.
/// </summary>
internal static class CodeTreemap
{
    private const string Title = "AI lines by folder and member, filled by tests and deployment";
    private const int MostTold = 120;

    /// <summary>The map; nothing where no member has AI lines.</summary>
    public static Markup Of(IReadOnlyList<TreemapFolder> folders, string said) => folders.All(f => f.Judged == 0) ? Markup.Empty : Markup.Join(
    [
        HtmlParts.Paragraph("Each frame is a folder and each area a member of it, as large as its AI lines, which the number below the name counts. +7 stands for seven smaller members."),
        new TreemapDrawing("wide", Title, said, 960, 440).Of(Groups(folders, mostFolders: 24, leastShare: 0.0025)),
        new TreemapDrawing("narrow", Title, said, 360, 480).Of(Groups(folders, mostFolders: 12, leastShare: 0.008)),
    ]);

    private static TreemapGroup[] Groups(IReadOnlyList<TreemapFolder> folders, int mostFolders, double leastShare)
    {
        TreemapFolder[] judged = [.. folders.Where(f => f.Judged > 0).OrderByDescending(f => f.Judged).ThenBy(f => f.Name, StringComparer.Ordinal)];
        double least = leastShare * judged.Sum(f => (long)f.Judged);
        TreemapFolder[] rest = [.. judged.Skip(mostFolders)];
        IEnumerable<TreemapGroup> named = judged.Take(mostFolders).Select(f => new TreemapGroup(f.Name, Cells(f.Members, least)));
        IEnumerable<TreemapGroup> other = rest.Length == 0 ? [] : [new TreemapGroup(Count(rest.Length, "more folder"), Cells([.. rest.SelectMany(f => f.Members)], least))];
        return [.. named.Concat(other).OrderByDescending(g => g.Size)];
    }

    private static TreemapCell[] Cells(IReadOnlyList<MemberRecord> members, double least)
    {
        ILookup<TreemapState, MemberRecord> small = members.Where(m => m.Verdict.Tally.Ai < least).ToLookup(PlaceStates.Of);
        IEnumerable<TreemapCell> cells = members.Where(m => m.Verdict.Tally.Ai >= least).Select(Of).Concat(PlaceStates.All.Where(small.Contains).Select(s => Together(s, [.. small[s]])));
        return [.. cells.OrderByDescending(c => c.Size)];
    }

    private static TreemapCell Of(MemberRecord member)
    {
        TreemapState state = PlaceStates.Of(member);
        string name = member.Name.Length <= MostTold ? member.Name : LabelFit.Start(member.Name[..MostTold], MostTold * 6);
        int end = member.Name.IndexOf('(');
        return new(end > 0 ? member.Name[..end] : member.Name, $"{name}: {Count(member.Verdict.Tally.Ai, "AI line")}, {PlaceStates.Word(state)}", member.Verdict.Tally.Ai, (int)state);
    }

    private static TreemapCell Together(TreemapState state, MemberRecord[] members)
    {
        int lines = members.Sum(m => m.Verdict.Tally.Ai);
        return new($"+{Number(members.Length)}", $"{Count(members.Length, "smaller member")}: {Count(lines, "AI line")}, {PlaceStates.Word(state)}", lines, (int)state);
    }
}
