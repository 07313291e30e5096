using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>
/// Reads Agent Trace 0.1.0 (agent-trace.dev): a record on each line, as the reference implementation keeps them. The version is not looked at, because that implementation writes
/// one that the specification does not allow. Transcripts, URLs and hashes without a stated algorithm are passed over.
/// </summary>
internal static class AgentTrace
{
    /// <summary>A larger file is not read.</summary>
    public const int MaximumBytes = 64 << 20;

    private const int MostRanges = 10_000;
    private const int MostProblems = 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Whether a path of a tree holds traces.</summary>
    public static bool IsTrace(string path) => path is "traces.jsonl" || (path.StartsWith(".agent-trace/", StringComparison.Ordinal) && path.EndsWith(".jsonl", StringComparison.Ordinal));

    /// <summary>All records of a file.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="place">Name of the file in problems.</param>
    /// <param name="problems">Told what could not be read.</param>
    public static IReadOnlyList<TraceRecord> Parse(ReadOnlyMemory<byte> utf8, string place, ICollection<string> problems)
    {
        var records = new List<TraceRecord>();
        int bad = 0;
        for (int number = 1; !utf8.IsEmpty; number++)
        {
            int end = utf8.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            try
            {
                using JsonDocument document = SafeJson.Parse(line, Options);
                records.AddRange(Read(document.RootElement));
            }
            catch (JsonException problem) when (++bad <= MostProblems)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{place}({number}): {SafeJson.Problem(problem)}"));
            }
            catch (JsonException)
            {
            }
        }

        return records;
    }

    private static IEnumerable<TraceRecord> Read(JsonElement record)
    {
        JsonElement vcs = record.Get("vcs");
        string? revision = vcs.Text("revision") is { Length: 40 or 64 } id && id.All(char.IsAsciiHexDigitLower) ? id : null;
        string? tool = record.Get("tool").Text("name");
        string agent = tool is null ? AgentNames.Unknown : AgentNames.Canonical(tool);
        string? session = record.Get("metadata").Text("session_id") ?? record.Get("metadata").Text("conversation_id");
        SessionKey? key = agent != AgentNames.Unknown && SessionIds.IsPlausible(session) ? new SessionKey(AgentNames.Provider(agent), session) : null;
        foreach (JsonElement file in record.Get("files").Items())
        {
            if (file.Text("path") is not { } path || !IsInside(path))
                continue;
            AttestedRange[] ranges = [.. file.Get("conversations").Items()
                .SelectMany(conversation => conversation.Get("ranges").Items().Select(range => Read(range, conversation, agent, key)))
                .OfType<AttestedRange>()
                .Take(MostRanges)];
            if (ranges.Length > 0)
                yield return new TraceRecord(revision, path, ranges);
        }
    }

    private static AttestedRange? Read(JsonElement range, JsonElement conversation, string agent, SessionKey? key)
    {
        long first = range.Count("start_line");
        long last = range.Count("end_line");
        JsonElement contributor = range.Get("contributor").ValueKind == JsonValueKind.Object ? range.Get("contributor") : conversation.Get("contributor");
        if (first < 1 || last < first || last >= int.MaxValue)
            return null;
        return contributor.Text("type") switch
        {
            "ai" or "mixed" => new AttestedRange((int)first, (int)last, State(agent, ModelName.Normalize(contributor.Text("model_id")), key)),
            "human" => new AttestedRange((int)first, (int)last, null),
            _ => null,
        };
    }

    private static EvidenceStatement State(string agent, string? model, SessionKey? key) =>
        new(EvidenceKind.AgentTrace, EvidenceGrade.Lines, agent, model, key, "agent trace");

    /// <summary>Pseudo paths such as <c>.sessions</c> name no lines.</summary>
    private static bool IsInside(string path) =>
        !path.StartsWith('/') && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal)
        && !path.Split('/').Contains("..") && path is not (".sessions" or ".shell-history" or ".unknown");
}
