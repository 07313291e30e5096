using AiAttribution.Reports.Html;
using AiAttribution.Reports.Json;
using AiAttribution.Reports.Markdown;
using AiAttribution.Reports.Pipelines;
using AiAttribution.Reports.Statements;

namespace AiAttribution.Reports;

/// <summary>All forms that a report is written in.</summary>
internal static class ReportFormats
{
    /// <summary>The form for a screen.</summary>
    public const string Screen = "md";

    /// <summary>The forms that a folder gets when nobody chooses.</summary>
    public static IReadOnlyList<string> Folder { get; } = ["md", "html", "json"];

    /// <summary>The form for a screen of a comparison.</summary>
    public const string ScreenOfRange = "delta";

    /// <summary>The forms that a folder gets of a comparison.</summary>
    public static IReadOnlyList<string> FolderOfRange { get; } = [.. Folder, "delta", "delta-json"];

    /// <summary>The forms that tell of months.</summary>
    public static IReadOnlyList<string> OfMonths { get; } = ["monthly", "monthly-csv"];

    /// <summary>Every form once, those for people first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("md", MarkdownReport.FileName, MarkdownReport.Write),
        new("html", HtmlReport.FileName, HtmlReport.Write),
        new("json", JsonReport.FileName, JsonReport.Write),
        new("sarif", SarifReport.FileName, SarifReport.Write),
        new("csv", CsvReport.FileName, CsvReport.Write),
        new("facts", FactsReport.FileName, FactsReport.Write),
        new("envelope", EnvelopeReport.FileName, EnvelopeReport.Write) { IsPacked = true, IsOfOneCommit = true },
        new("gitlab", GitLabReport.FileName, GitLabReport.Write),
        new("junit", GateXml.FileName, GateXml.Write),
        new("badge-gate", BadgeReport.GateFileName, BadgeReport.Gate),
        new("badge-evidence", BadgeReport.EvidenceFileName, BadgeReport.Evidence),
        new("monthly", MonthlyMarkdown.FileName, MonthlyMarkdown.Write),
        new("monthly-csv", MonthlyCsv.FileName, MonthlyCsv.Write),
        new("intoto", AttributionStatement.FileName, AttributionStatement.Write) { NeedsArtifacts = true, IsStatement = true },
        new("intoto-test", TestResultReport.FileName, TestResultReport.Write) { NeedsArtifacts = true, IsStatement = true },
        new("cyclonedx", CycloneDxReport.FileName, CycloneDxReport.Write) { NeedsArtifacts = true },
        new("delta", DeltaMarkdown.FileName, DeltaMarkdown.Write) { NeedsRange = true },
        new("delta-json", DeltaJson.FileName, DeltaJson.Write) { NeedsRange = true },
    ];

    /// <summary>The form with a name; null when there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The form whose file has a name; null when there is none.</summary>
    public static ReportFormat? OfFile(string fileName) => All.FirstOrDefault(f => f.FileName == fileName);
}
