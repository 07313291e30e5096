using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Markdown;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports;

/// <summary>Writes <c>AiAttribution.delta.md</c>: a release compared with the one before, short enough for a comment of a pull request.</summary>
internal static class DeltaMarkdown
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.delta.md";

    /// <summary>By this line a pipeline finds its comment again.</summary>
    public const string Mark = "<!-- ai-attribution:delta -->";

    /// <summary>GitHub takes 65,536 characters.</summary>
    public const int MostBytes = 60_000;

    private static readonly int[] Rows = [25, 10, 3, 0];

    /// <summary>The comparison as text with LF line ends; equal models give equal bytes.</summary>
    /// <exception cref="InvalidOperationException">The report compares with nothing.</exception>
    public static string Write(ReportModel report)
    {
        ReleaseDelta delta = report.Delta ?? throw new InvalidOperationException("The report compares with no release.");
        return Rows.Select(rows => Write(report, delta, rows)).First(text => Encoding.UTF8.GetByteCount(text) <= MostBytes);
    }

    private static string Write(ReportModel report, ReleaseDelta delta, int rows)
    {
        var text = new StringBuilder(Mark).Append('\n');
        text.Append($"# AI attribution of {Name(delta.After)}, compared with {Name(delta.Before)}\n\n");
        MarkdownChanges.Append(text, report);
        text.Append($"{MarkdownBrief.Gate(report, $" of {Name(delta.After)}")} {Plain(DeltaSummary.Scope(delta))}\n\n");
        MarkdownBrief.Append(text, report);
        text.Append($"{DeltaSummary.Between(delta)}\n\n");
        AppendFigures(text, delta);
        new DeltaMemberTables(text, rows).Append(delta.Members);
        if (delta.Yield is { } yield)
            DeltaCostTable.Append(text, yield);
        else
            text.Append("What it cost is not known: no session is recorded for these commits.\n\n");
        text.Append("A member is AI-heavy by the policy's share and number of AI lines. Deployments are those known today, at both ends; tests are those whose coverage is bound to the text of the end. No evidence is not proof of a human.\n");
        return text.ToString();
    }

    internal static string Name(ReleasePoint point) => Code(Short(point.Name));

    /// <summary>A name of a sane length.</summary>
    internal static string Short(string name) => Cut.At(name, MostName);

    private const int MostName = 160;

    private static void AppendFigures(StringBuilder text, ReleaseDelta delta)
    {
        text.Head("", $"{Name(delta.Before)}:", $"{Name(delta.After)}:", "change:");
        text.Row("commit", Commit(delta.Before), Commit(delta.After), "");
        foreach (((_, string name, int before), (_, _, int after)) in PointFigures.Of(delta.Before.Report).Zip(PointFigures.Of(delta.After.Report)))
            text.Row(name, Number(before), Number(after), PointFigures.Change(before, after));
        text.Append('\n');
    }

    private static string Commit(ReleasePoint point) =>
        $"{Code(point.Commit[..Math.Min(12, point.Commit.Length)])}, {point.Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
