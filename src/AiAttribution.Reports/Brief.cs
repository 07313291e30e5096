using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Reports;

/// <summary>One of the lines that stand below the answer, in every form for people in the same order.</summary>
/// <param name="Id">Anchor on the page that tells more; null for none.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What is known, in a sentence or two.</param>
/// <param name="IsKnown">False when the text says that nobody knows.</param>
internal sealed record BriefLine(string? Id, string Name, string Text, bool IsKnown);

/// <summary>What changed, what it cost, what came of it, and what nobody knows: what a reader must have seen after a minute.</summary>
internal static class Brief
{
    /// <summary>The four lines; none when nothing was attributed.</summary>
    public static IReadOnlyList<BriefLine> Of(ReportModel report)
    {
        if (report.Commit is null)
            return [];
        string? changes = ChangeWords.Answer(report);
        string[] open = [.. NotKnown(report)];
        return
        [
            new("changes", "Changed", changes ?? ChangeWords.NotKnown(report), changes is not null),
            new("cost", "Cost", CostWords.Answer(report), CostWords.IsKnown(report)),
            new("lasts", "In production", Lasting(report), IsLastingKnown(report)),
            new(null, "Not known", open.Length == 0 ? "nothing that this report asks for." : $"{string.Join("; ", open)}.", open.Length == 0),
        ];
    }

    private static bool IsLastingKnown(ReportModel report) => report.Outcomes is { Total: not null };

    /// <summary>What reached production; a build does not look.</summary>
    public static string Lasting(ReportModel report) => report.Outcomes switch
    {
        null => "Not known: a build does not follow lines into production; ai-attribution report does.",
        { Total: null } outcomes => OutcomeWords.NotKnown(outcomes) + ".",
        { AsksRelease: true } outcomes => OutcomeWords.Release(outcomes),
        { Total: { } total } outcomes => $"{OutcomeWords.Of(total)}, in {Count(outcomes.Weeks.Count, "week")}.",
    };

    private static IEnumerable<string> NotKnown(ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy && IsAsked(report, m))];
        int unmeasured = heavy.Count(m => m.Verdict.Test is Core.Tests.TestTrail.Unmeasured or Core.Tests.TestTrail.Linked);
        if (unmeasured > 0)
            yield return $"whether a test runs {Number(unmeasured)} of {Count(heavy.Length, "AI-heavy member")}";
        if (Cost(report) is { } cost)
            yield return cost;
        if (report.Outcomes is { Total: null })
            yield return "what reached production";
        if (report.Lines.InPart > 0)
            yield return $"which of {Count(report.Lines.InPart, "line")} are AI, in commits that are in part";
        if (report.Lines.WithoutOrigin > 0)
            yield return $"the origin of {Count(report.Lines.WithoutOrigin, "line")}";
        if (report.Deployments.Missing > 0)
            yield return $"{Count(report.Deployments.Missing, "deployment")} of commits that are not in this clone";
    }

    private static string? Cost(ReportModel report) => report switch
    {
        { Delta.Yield: { AiCommitsWithout: > 0 and var without } } => $"what {Count(without, "AI commit")} cost",
        { Delta.Yield: not null } => null,
        { Delta: not null } or { Tokens: null } => "what the AI work cost",
        { Tokens: { AiCommitsWithout: > 0 } tokens } => $"what {Number(tokens.AiCommitsWithout)} of {Count(tokens.AiCommits, "AI commit")} cost",
        _ => null,
    };

    /// <summary>A range is about its own members.</summary>
    private static bool IsAsked(ReportModel report, MemberRecord member) => report.Judged is not { } judged || judged.HasLinesOf(member);
}
