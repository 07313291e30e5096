using AiAttribution.Core.Members;
using AiAttribution.Core.Model;

namespace AiAttribution.Reports.Html;

/// <summary>A folder with its AI lines.</summary>
/// <param name="Name">Path of it.</param>
/// <param name="Files">Number of files with AI lines.</param>
/// <param name="Ai">AI lines of these files.</param>
/// <param name="Members">Members with AI lines, the largest first.</param>
internal sealed record TreemapFolder(string Name, int Files, int Ai, IReadOnlyList<MemberRecord> Members)
{
    /// <summary>AI lines of members that are judged.</summary>
    public int Judged => Members.Sum(m => m.Verdict.Tally.Ai);

    /// <summary>AI lines in no member that is judged. A line in two members, as of a local function, would count twice, so it is never below 0.</summary>
    public int Rest => Math.Max(0, Ai - Judged);

    /// <summary>AI lines of a state.</summary>
    public int Of(TreemapState state) => state == TreemapState.NotJudged ? Rest : Members.Where(m => PlaceStates.Of(m) == state).Sum(m => m.Verdict.Tally.Ai);

    /// <summary>All folders with AI lines, those with most first.</summary>
    public static IReadOnlyList<TreemapFolder> AllOf(ReportModel report)
    {
        ILookup<string, MemberRecord> members = report.Members.Where(m => m.Verdict.Tally.Ai > 0).ToLookup(m => FolderOf(m.Path));
        return
        [
            .. report.Files.Where(f => f.Ai > 0).GroupBy(f => FolderOf(f.Path))
                .Select(g => new TreemapFolder(g.Key, g.Count(), g.Sum(f => f.Ai), [.. members[g.Key].OrderByDescending(m => m.Verdict.Tally.Ai).ThenBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Line)]))
                .OrderByDescending(f => f.Ai).ThenBy(f => f.Name, StringComparer.Ordinal),
        ];
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and int end ? path[..end] : "the root";
}
