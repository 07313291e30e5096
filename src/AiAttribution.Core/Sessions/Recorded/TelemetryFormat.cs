using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// OTLP/JSON as a collector's file exporter writes it: a document, or one on each line. Of a session that several signals tell of, the best one counts: logged responses,
/// then spans, then metrics, which tell sums only.
/// </summary>
internal sealed class TelemetryFormat(IReadOnlyList<Glob> patterns) : IRecordedFormat
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    private readonly PathPatterns _paths = new(patterns);

    public RecordSource Source => RecordSource.Telemetry;

    public IReadOnlyList<string> References => [];

    public IReadOnlyList<string> Folders => _paths.Folders;

    public int MaximumBytes => 64 << 20;

    public bool IsRecord(string path) => _paths.Match(path);

    public void Read(IReadOnlyList<RecordedFile> files, RecordedReading reading)
    {
        var logs = new List<TelemetryRecord>();
        var spans = new List<TelemetryRecord>();
        var metrics = new OtlpMetrics();
        foreach (RecordedFile file in files)
        {
            Visit(file, reading, document =>
            {
                logs.AddRange(OtlpLogs.Read(document));
                spans.AddRange(OtlpSpans.Read(document).Select(span => Told(span, file, reading)));
                metrics.Add(document);
            });
        }

        var known = new HashSet<(string, string)>();
        Add(logs, Exactness.Exact, known, reading);
        Add(spans, Exactness.Exact, known, reading);
        Add(metrics.Records(), Exactness.SessionTotal, known, reading);
    }

    private static void Add(IEnumerable<TelemetryRecord> records, Exactness exactness, HashSet<(string, string)> known, RecordedReading reading)
    {
        foreach (IGrouping<(string Agent, string Session), TelemetryRecord> session in records.GroupBy(r => (r.Agent, r.Session)).ToArray())
        {
            if (!known.Add(session.Key))
                continue;
            UsageRecord[] responses = [.. session.Select(r => r.Response).DistinctBy(r => r.Key).OrderBy(r => r.Time).ThenBy(r => r.Key, StringComparer.Ordinal)];
            reading.Add(new AgentSession(session.Key.Agent, session.Key.Session)
            {
                Start = responses.Min(r => r.Time),
                End = responses.Max(r => r.Time),
                Exactness = exactness < Exactness.Partial && session.Any(r => !r.IsWhole) ? Exactness.Partial : exactness,
                Responses = responses,
            });
        }
    }

    private static TelemetryRecord Told(TelemetryRecord record, RecordedFile file, RecordedReading reading)
    {
        if (!record.IsWhole)
            reading.Report(file.Path, "a token count is negative, beyond belief, no number or smaller than its cached part, and was left out");
        return record;
    }

    private static void Visit(RecordedFile file, RecordedReading reading, Action<JsonElement> visit)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(file.Content, Options);
            visit(document.RootElement);
        }
        catch (JsonException problem) when (SafeJson.IsUnicode(problem))
        {
            VisitLines(file, reading, visit);
        }
        catch (JsonException problem)
        {
            reading.Report(string.Create(CultureInfo.InvariantCulture, $"{file.Path}({problem.LineNumber + 1})"), SafeJson.Problem(problem));
        }
    }

    private static void VisitLines(RecordedFile file, RecordedReading reading, Action<JsonElement> visit)
    {
        ReadOnlyMemory<byte> rest = file.Content;
        for (int number = 1; !rest.IsEmpty; number++)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r\0"u8).IsEmpty)
                continue;
            try
            {
                using JsonDocument document = SafeJson.Parse(line, Options);
                visit(document.RootElement);
            }
            catch (JsonException problem)
            {
                reading.Report(string.Create(CultureInfo.InvariantCulture, $"{file.Path}({number})"), SafeJson.Problem(problem));
            }
        }
    }
}
