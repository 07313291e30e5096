using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>What a history or a release cost, in words.</summary>
internal static class CostWords
{
    private const string Nothing = "Not known: no session is recorded for the commits of this";

    /// <summary>The answer of a report in a sentence: of a range its own cost.</summary>
    public static string Answer(ReportModel report) => report switch
    {
        { Delta.Yield: { } yield } => Answer(yield),
        { Delta: not null } => $"{Nothing} release.",
        { Tokens: { } tokens } => Answer(tokens),
        _ => $"{Nothing} history.",
    };

    /// <summary>Whether anything is recorded.</summary>
    public static bool IsKnown(ReportModel report) => report.Delta is { } delta
        ? delta.Yield is { } yield && (yield.Spent.Usage.Total > 0 || yield.AiCommitsWithout == 0)
        : report.Tokens is { } tokens && (tokens.History.Usage.Total > 0 || IsFree(tokens));

    /// <summary>The amount and the tokens of a history, then of how many AI commits they are known.</summary>
    public static string Answer(ReportTokens tokens) => tokens.History.Usage.Total == 0 && !IsFree(tokens)
        ? $"Not known: no tokens are recorded for {Figures.Count(tokens.AiCommits, "AI commit")} of this history."
        : $"{Amount(tokens.History)}; recorded for {Figures.Number(tokens.AiCommits - tokens.AiCommitsWithout)} of {Figures.Count(tokens.AiCommits, "AI commit")}.";

    private static string Answer(ReleaseCost yield) => yield.Spent.Usage.Total == 0 && yield.AiCommitsWithout > 0
        ? $"Not known: no tokens are recorded for {Figures.Count(yield.Commits, "commit")} of this release."
        : $"{Amount(yield.Spent)}; recorded for {Figures.Count(yield.Commits, "commit")} of this release{(yield.AiCommitsWithout == 0 ? "" : $", and for {Figures.Number(yield.AiCommitsWithout)} with AI evidence not")}.";

    /// <summary>Whether every AI commit has its tokens recorded, and they are none.</summary>
    private static bool IsFree(ReportTokens tokens) => tokens is { AiCommits: > 0, AiCommitsWithout: 0, History.Usage.Total: 0 };

    private static string Amount(TokenCost spent) => $"{(spent.Usage.Total == 0 ? Figures.Dollars(0) : Capital(TokenWords.Cost(spent)))}, {TokenWords.Number(spent)} token{(spent.Usage.Total == 1 ? "" : "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
