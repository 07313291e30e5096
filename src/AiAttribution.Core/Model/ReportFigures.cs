using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Model;

/// <summary>The figures of a report that a build hands on, as <c>Name=value</c> lines; what is not known is left out.</summary>
internal static class ReportFigures
{
    /// <summary>The lines, each ended by LF.</summary>
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder();
        if (report.Commit is null)
            return "";
        text.Append(CultureInfo.InvariantCulture, $"Lines={report.Lines.Total}\nAiLines={report.Lines.Ai}\nUnknownLines={report.Lines.Unknown}\n");
        if (report.Tokens is not { } tokens)
            return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"Tokens={tokens.Subject.Usage.Total}\n");
        if (tokens.Subject.Cost is { } cost)
            text.Append(CultureInfo.InvariantCulture, $"Cost={cost:0.0000}\n");
        text.Append(CultureInfo.InvariantCulture, $"HistoryTokens={tokens.History.Usage.Total}\n");
        if (tokens.History.Cost is { } all)
            text.Append(CultureInfo.InvariantCulture, $"HistoryCost={all:0.0000}\n");
        return text.ToString();
    }
}
