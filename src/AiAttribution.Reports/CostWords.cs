using AiAttribution.Core.Model;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>What a history cost, in words.</summary>
internal static class CostWords
{
    /// <summary>The answer in a sentence: the amount and the tokens, then of how many AI commits they are known.</summary>
    public static string Answer(ReportTokens tokens) => tokens.History.Usage.Total == 0
        ? $"Not known: no tokens are recorded for {Figures.Count(tokens.AiCommits, "AI commit")} of this history."
        : $"{Capital(TokenWords.Cost(tokens.History))}, {TokenWords.Number(tokens.History)} tokens; recorded for {Figures.Number(tokens.AiCommits - tokens.AiCommitsWithout)} of {Figures.Count(tokens.AiCommits, "AI commit")}.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
