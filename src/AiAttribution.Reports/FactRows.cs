using System.Text;
using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports;

/// <summary>Rows of facts. Each one says what it is about by itself, so that the rows of many builds can be put together.</summary>
internal sealed class FactRows(ReportModel report)
{
    private const int Version = 1;

    private readonly StringBuilder _text = new();
    private int _rows;

    /// <summary>Adds a row.</summary>
    /// <param name="fact">What kind of fact it is.</param>
    /// <param name="write">Writes the fields of it.</param>
    public void Add(string fact, Action<Utf8JsonWriter> write)
    {
        _text.Append(Row(fact, write));
        _rows++;
    }

    /// <summary>All rows behind a header, by which a reader knows the form, and whether the file is whole.</summary>
    public string Whole() => Row("header", json =>
    {
        json.WriteNumber("v", Version);
        json.WriteString("scope", report.IsWhole ? ReportModel.WholeRepository : "project");
        json.WriteString("tool", report.ToolVersion);
        json.WriteString("commitTime", JsonWriting.Time(report.CommitTime));
        json.WriteString("policySha256", report.PolicyDigest);
        json.WriteNumber("rows", _rows);
    }) + _text;

    private string Row(string fact, Action<Utf8JsonWriter> write) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("fact", fact);
            json.WriteString("repository", report.Repository);
            json.WriteString("key", report.RepositoryKey);
            json.WriteString("subject", report.Subject);
            json.WriteString("commit", report.Commit);
            write(json);
            json.WriteEndObject();
        },
        indented: false);
}
