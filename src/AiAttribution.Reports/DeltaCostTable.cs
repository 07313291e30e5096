using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Reports.Markdown;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports;

/// <summary>Cost and what came of it, as Markdown.</summary>
internal static class DeltaCostTable
{
    public static void Append(StringBuilder text, ReleaseCost yield)
    {
        text.Append("## What it cost, and what came of it\n\n");
        text.Append(DeltaSummary.Yield(yield)).Append("\n\n");
        text.Head("what became of it", "tokens:", "cost:", "AI-heavy members:");
        foreach (CostShare share in yield.Shares.Reverse().Where(s => s.Spending.Usage.Total > 0 || s.Part == CostPart.Shipped))
            text.Row(DeltaWords.Meaning(share.Part), TokenWords.Number(share.Spending), TokenWords.Cost(share.Spending), IsOfMembers(share.Part) ? Number(share.Members) : "");
        text.Row("all that is recorded", TokenWords.Number(yield.Spent), TokenWords.Cost(yield.Spent), "");
        text.Append('\n').Append(DeltaSummary.Open(yield)).Append("\n\n");
        if (yield.Groups.Count > 0)
            AppendGroups(text, yield.Groups);
        if (DeltaSummary.Hidden(yield) is { } hidden)
            text.Append(hidden).Append("\n\n");
    }

    private static bool IsOfMembers(CostPart part) => part is not (CostPart.NotSurviving or CostPart.OutsideMembers);

    private static void AppendGroups(StringBuilder text, IReadOnlyList<CostGroup> groups)
    {
        text.Head("agent", "model", "counts are", "tokens:", "cost:", "of it shipped:", "shipped members:");
        foreach (CostGroup group in groups)
        {
            text.Row(
                group.Name is null ? CostGroupName.Others : Code(DeltaMarkdown.Short(group.Name.Agent)),
                group.Name is null ? "" : group.Name.Model is { } model ? Code(DeltaMarkdown.Short(model)) : "not stated",
                group.Name is null ? "" : ExactnessNames.Of(group.Name.Exactness),
                TokenWords.Number(group.Spent),
                TokenWords.Cost(group.Spent),
                TokenWords.Cost(group.Shipped),
                Number(group.Members));
        }

        text.Append('\n');
    }
}
