using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 3: tokens as recorded, and what became of them. Their number is a cost and never a headline.</summary>
internal static class CostSection
{
    private const int MostMonths = 24;
    private const string Question = "What did it cost?";

    public static HtmlSection Of(ReportModel report)
    {
        if (report.Tokens is not { } tokens)
        {
            return HtmlSection.Unknown("cost", Question, CostWords.Answer(report),
                BudgetPart.Of(report).And(OnScreen(Markup.Of($"<p>Records lie in {Code(SessionNote.Ref)}. Fetch those that others pushed, or record your own:</p>\n{Command(SessionNote.Fetch)}{Command("ai-attribution capture --help")}"))));
        }

        MemberRecord[] tested = [.. report.Members.Where(m => m.Verdict.Test == TestTrail.Tested)];
        (string Name, TokenCost Spending)[] steps =
        [
            ("recorded for this history", tokens.History),
            ("of that not surviving: lines gone, or not C#", tokens.NotSurviving),
            ("for AI lines that are still there", tokens.OnLines),
            .. report.IsWhole ? [] : new[] { ($"… by those of {report.Subject}", tokens.Subject) },
            ("… by its tested members", Sum(tested)),
            ("… by its tested members that are deployed and live", Sum(tested.Where(m => m.Verdict.Deployment == DeploymentTrail.Deployed))),
            ("recorded for commits outside of this history", tokens.Elsewhere),
        ];
        Markup table = new HtmlTable("From what was spent to what is tested and shipped", "step", "tokens:", "cost:").Of(
            steps, s => [Inline(s.Name), Inline(TokenWords.Number(s.Spending)), Inline(TokenWords.Cost(s.Spending))]);
        Markup history = Markup.Join([table, Unlinked(tokens), Months(report), Models(tokens), Sources(tokens), Paragraph(TokenLedger.Rule)]);
        Markup body = report.Delta is null ? history : (report.Delta.Yield is { } yield ? ReleaseCostPart.Of(yield) : Markup.Empty).And(Folded("What all of the history cost", history));
        return new("cost", Question, CostWords.Answer(report), CostWords.IsKnown(report), BudgetPart.Of(report).And(body));
    }

    private static Markup Unlinked(ReportTokens tokens) => tokens.Unlinked.Count == 0 ? Markup.Empty : Paragraph($"Recorded in git for no commit, and not counted above: {TokenWords.Unlinked(tokens)}.");

    private static Markup Months(ReportModel report)
    {
        IReadOnlyList<Month> months = Month.AllOf(report);
        if (months.Count == 0)
            return Markup.Empty;
        Markup table = new HtmlTable("By month, held against the policy's budgets", "month", "commits with a record:", "AI commits without:", "tokens:", "cost:", "surviving:", "budget").Of(months, m =>
            [Inline(m.Period.Name), Figure(m.Period.Commits), Figure(m.Period.Unrecorded), Inline(TokenWords.Number(m.Period.Spent)), Inline(m.Cost), Inline(TokenWords.Cost(m.Period.Surviving)), Inline(m.Budget)], MostMonths);
        return Markup.Join([Paragraph(MonthlySummary.Sentence(months)), table, Paragraph(MonthlySummary.Rule)]);
    }

    private static Markup Models(ReportTokens tokens) => Markup.Join([ModelTable(tokens), tokens.Hidden is { } hidden ? Paragraph(hidden) : Markup.Empty]);

    private static Markup ModelTable(ReportTokens tokens) => tokens.Rows.Count == 0
        ? Markup.Empty
        : new HtmlTable("By agent and model", "agent and model", "counts are", "input:", "output:", "cache read:", "cache write:", "cost:").Of(tokens.Rows, r =>
            [
                Inline(r.Name is not { } name ? CostGroupName.Others : name.Model is null ? name.Agent : $"{name.Agent} {name.Model}"),
                Inline(r.Name is null ? "" : ExactnessNames.Of(r.Name.Exactness)),
                Inline(TokenWords.Number(r.Spending.Usage.Input)),
                Inline(TokenWords.Number(r.Spending.Usage.Output)),
                Inline(TokenWords.Number(r.Spending.Usage.CacheRead)),
                Inline(TokenWords.Number(r.Spending.Usage.CacheWrite)),
                Inline(TokenWords.Cost(r.Spending)),
            ], 50);

    private static Markup Sources(ReportTokens tokens) => tokens.LeftOut.Count == 0 && tokens.Sources.All(s => s.Source == RecordSource.Note)
        ? Markup.Empty
        : Markup.Join(
        [
            new HtmlTable("By where it is recorded", "recorded in", "sessions:", "tokens:", "cost:", "left out, because these tell of the same sessions").Of(tokens.Sources, s =>
                [
                    Inline(RecordSourceNames.Of(s.Source)),
                    Inline(Figures.Number(s.Sessions)),
                    Inline(TokenWords.Number(s.Spending)),
                    Inline(TokenWords.Cost(s.Spending)),
                    Inline(string.Join(", ", tokens.LeftOut.Where(o => o.Counted == s.Source).Select(o => $"{RecordSourceNames.Of(o.LeftOut)} of {Count(o.Sessions, "session")}"))),
                ]),
            Paragraph(TokenLedger.SourceRule),
        ]);

    private static TokenCost Sum(IEnumerable<MemberRecord> members) => members.Aggregate(default(TokenCost), (sum, m) => sum + (m.Tokens ?? default));
}
