using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 11: the inputs and settings behind every figure.</summary>
internal static class MethodSection
{
    private const int MostNames = 20;

    public static HtmlSection Of(ReportModel report)
    {
        AttributionPolicy policy = report.Policy;
        List<(string Name, string Value)> rows =
        [
            ("commit", report.Commit ?? "none"),
            .. report.Artifacts.Select(a => ($"built file {a.Name}", $"SHA-256 {a.Sha256}")),
            ("policy", report.PolicyFile ?? "the defaults, there is no policy file"),
            ("policy's SHA-256", report.PolicyDigest ?? "none"),
            ("version of AiAttribution", report.ToolVersion ?? "not told"),
            ("commit of a line", policy.Mode == AttributionMode.Git ? "the commit that git blame names" : "the commit that gave the line its meaning; white space, layout and moves within a commit take no line over"),
            ("AI-heavy member", $"at least {Limit(policy.Share)} and {Count(policy.MinimumLines, "AI line")} of its code lines; blank, comment and brace-only lines do not count"),
            ("baseline", policy.Since is null ? "none" : policy.IsSinceAdoption ? $"{policy.Since}, where AiAttribution came in" : policy.Since),
            ("evidence that counts", string.Join(", ", EvidenceKindNames.Of(policy.Evidence.Sources))),
            ("tests", $"{Count(report.Tests.Reports, "coverage report")}; {Count(report.Tests.MeasuredFiles, "file")} measured on this text, {Figures.Number(report.Tests.StaleFiles)} changed since"),
            ("names in coverage that could not be placed", Names(report.Tests.Unresolved)),
            ("deployments that make code live", Figures.Number(report.Deployments.Count)),
            ("grace", Count(policy.GraceDays, "day")),
        ];
        return new("method", "How was it computed?", "From evidence in git, coverage and deployments, with the settings below; nothing is guessed from style.", true,
            new HtmlTable("Inputs and settings", "what", "value").Of(rows, r => [Inline(r.Name), Inline(r.Value)]));
    }

    private static string Names(IReadOnlyList<string> names) => names.Count == 0
        ? "none"
        : string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {Figures.Number(names.Count - MostNames)} more" : "");
}
