using System.Globalization;
using AiAttribution.Core.Snapshot;
using static AiAttribution.Core.Reports.Html.HtmlParts;

namespace AiAttribution.Core.Reports.Html.Sections;

/// <summary>Question 7: tokens of the commits behind the members, as far as records in git name them.</summary>
internal static class CostSection
{
    private const string Question = "What did it cost, and what did we get?";

    public static HtmlSection Of(ReportModel report)
    {
        SnapshotSource[] commits = [.. report.Members.SelectMany(m => m.Verdict.Sources).DistinctBy(s => s.Commit)];
        SnapshotSource[] known = [.. commits.Where(s => s.Tokens.Count > 0)];
        if (known.Length == 0)
        {
            return HtmlSection.Unknown("cost", Question, "Not known: no record in git names the tokens behind these members.",
                Paragraph("Tokens are told by session records in refs/notes/ai-attribution. Fetch those that others pushed: the command is below.").And(Command("git fetch origin refs/notes/ai-attribution:refs/notes/ai-attribution")));
        }

        (string Class, decimal Tokens)[] classes =
            [.. known.SelectMany(s => s.Tokens).GroupBy(t => t.Key).Select(g => (g.Key, g.Sum(t => (decimal)t.Value))).OrderBy(c => c.Key, StringComparer.Ordinal)];
        Markup table = new HtmlTable("Tokens of these commits by class", "class", "tokens:").Of(classes, c => [Text(c.Class), Text(c.Tokens.ToString("N0", CultureInfo.InvariantCulture))]);
        string answer = $"Tokens are known for {Figures.Number(known.Length)} of {Figures.Count(commits.Length, "commit")} behind these members; of the others nothing is known.";
        return new("cost", Question, answer, true, table.And(Paragraph("A commit counts once, however many members it wrote; tokens that led to no commit are not in these figures.")));
    }
}
