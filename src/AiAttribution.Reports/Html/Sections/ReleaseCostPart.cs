using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>What a release cost, and what came of it.</summary>
internal static class ReleaseCostPart
{
    public static Markup Of(ReleaseCost yield) => Markup.Join(
    [
        Paragraph(DeltaSummary.Yield(yield)),
        Shares(yield),
        Paragraph(DeltaSummary.Open(yield)),
        Groups(yield),
        DeltaSummary.Hidden(yield) is { } hidden ? Paragraph(hidden) : Markup.Empty,
    ]);

    private static Markup Shares(ReleaseCost yield)
    {
        IEnumerable<CostShare> shares = yield.Shares.Reverse().Where(s => s.Spending.Usage.Total > 0 || s.Part == CostPart.Shipped);
        (string Name, TokenCost Spending, string Members)[] rows =
        [
            .. shares.Select(s => (DeltaWords.Meaning(s.Part), s.Spending, s.Part is CostPart.NotSurviving or CostPart.OutsideMembers ? "" : Figures.Number(s.Members))),
            ("all that is recorded", yield.Spent, ""),
        ];
        return new HtmlTable("What became of the tokens of this release", "what became of it", "tokens:", "cost:", "AI-heavy members:").Of(
            rows, s => [Inline(s.Name), Inline(TokenWords.Number(s.Spending)), Inline(TokenWords.Cost(s.Spending)), Inline(s.Members)]);
    }

    private static Markup Groups(ReleaseCost yield) => yield.Groups.Count == 0
        ? Markup.Empty
        : new HtmlTable("This release by agent and model", "agent and model", "counts are", "tokens:", "cost:", "of it shipped:", "shipped members:").Of(yield.Groups, g =>
        [
            Inline(g.Name is null ? CostGroupName.Others : g.Name.Model is null ? g.Name.Agent : $"{g.Name.Agent} {g.Name.Model}"),
            Inline(g.Name is null ? "" : ExactnessNames.Of(g.Name.Exactness)),
            Inline(TokenWords.Number(g.Spent)),
            Inline(TokenWords.Cost(g.Spent)),
            Inline(TokenWords.Cost(g.Shipped)),
            Figure(g.Members),
        ], 50);
}
