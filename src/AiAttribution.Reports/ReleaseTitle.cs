using AiAttribution.Core.Model;

namespace AiAttribution.Reports;

/// <summary>What a report is about, with the release: <c>shop v1.3, compared with v1.2</c>, <c>shop v1.3</c> or, of what is not released yet, <c>shop, after v1.3</c>.</summary>
internal static class ReleaseTitle
{
    /// <param name="report">The report.</param>
    /// <param name="name">Writes a name.</param>
    public static string Of(ReportModel report, Func<string, string> name)
    {
        string title = name(report.Title);
        return report switch
        {
            { Delta: { } delta } => $"{title} {Release(delta.After.Name)}, compared with {Release(delta.Before.Name)}",
            { Since.Current: { } current } => $"{title} {Release(current)}",
            { Since: { } since } => $"{title}, after {Release(since.Name)}",
            _ => title,
        };

        string Release(string release) => name(ChangeWords.Name(release));
    }
}
