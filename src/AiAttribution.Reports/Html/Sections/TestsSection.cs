using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 6: the AI-heavy members by both trails, and the largest of those that no test ran.</summary>
internal static class TestsSection
{
    private const string Question = "Is it tested?";
    private const int MostUntested = 20;

    public static HtmlSection Of(ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        if (heavy.Length == 0)
            return new("tested", Question, report.Commit is null ? "Not known: nothing was attributed." : "There is no AI-heavy member.", report.Commit is not null, Markup.Empty);
        TestTrail[] trails = [.. Enum.GetValues<TestTrail>().OrderDescending()];
        Markup bar = new PartsTable("AI-heavy members by tests", "members").Of(
            trails.Select(t => (PlainWords.Of(t), heavy.Count(m => m.Verdict.Test == t))));
        Markup body = Markup.Join([bar, Matrix(heavy, trails), Untested(heavy), Paragraph("The same figures for code without AI evidence are not known: the report holds members with AI lines only.")]);
        int measured = heavy.Count(IsMeasured);
        int tested = heavy.Count(m => m.Verdict.Test == TestTrail.Tested);
        // A share is one of what was measured: what was not is unknown, and no 0.
        if (measured == 0)
            return HtmlSection.Unknown("tested", Question, $"Not known: no AI-heavy member was measured{References(heavy)}.", Markup.Of($"{Command(Remedy.Measure)}{body}"));
        int rest = heavy.Length - measured;
        string others = rest > 0 ? $" {Number(rest)} of {Number(heavy.Length)} {(rest == 1 ? "was" : "were")} not measured{References(heavy)}." : "";
        return new("tested", Question, $"{Number(tested)} of {Count(measured, "measured AI-heavy member")} ran in a passing test, measured on the code as it is.{others}", true, body);
    }

    /// <summary>What tests refer to is known without a measurement.</summary>
    private static bool IsMeasured(MemberRecord member) => member.Verdict is { Test: TestTrail.Tested or TestTrail.None, Searched.Count: 0 };

    private static string References(MemberRecord[] heavy)
    {
        int linked = heavy.Count(m => m.Verdict.Test == TestTrail.Linked);
        int unreferenced = heavy.Count(m => m.Verdict.Searched.Count > 0);
        return $"{(linked == 0 ? "" : $"; tests refer to {Number(linked)} of {Number(heavy.Length)}")}{(unreferenced == 0 ? "" : $"; no built test refers to {Number(unreferenced)}")}";
    }

    private static Markup Matrix(MemberRecord[] heavy, TestTrail[] trails)
    {
        DeploymentTrail[] columns = [.. Enum.GetValues<DeploymentTrail>().OrderDescending().Where(d => heavy.Any(m => m.Verdict.Deployment == d))];
        TestTrail[] rows = [.. trails.Where(t => heavy.Any(m => m.Verdict.Test == t))];
        // Of one row or one column the other tables say the same.
        if (rows.Length < 2 || columns.Length < 2)
            return Markup.Empty;
        return new HtmlTable("AI-heavy members by tests (rows) and deployment (columns)", ["tests", .. columns.Select(d => PlainWords.Of(d) + ":")]).Of(
            rows, t => [Inline(PlainWords.Of(t)), .. columns.Select(d => Figure(heavy.Count(m => m.Verdict.Test == t && m.Verdict.Deployment == d)))]);
    }

    private static Markup Untested(MemberRecord[] heavy)
    {
        MemberRecord[] untested = [.. heavy.Where(m => m.Verdict.Test is not (TestTrail.Tested or TestTrail.Linked)).OrderByDescending(m => m.Verdict.Tally.Ai).Take(MostUntested)];
        return untested.Length == 0 ? Markup.Empty : new HtmlTable("Largest AI-heavy members that no test is known to run", "member and place", "AI lines:", "tests").Of(
            untested, m => [Place(m), Figure(m.Verdict.Tally.Ai), Inline(PlainWords.Of(m.Verdict.Test))]);
    }
}
