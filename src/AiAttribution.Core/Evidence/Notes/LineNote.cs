using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>
/// A note as JSON that names lines: that of Agent Blame (<c>attributions</c> with ranges, since its version 3 <c>files</c> with <c>aiRanges</c>), and that of whogitit (<c>files</c> with
/// <c>lines</c> by number). Prompts, contents and hashes in it are passed over.
/// </summary>
/// <param name="Files">Lines that it names.</param>
/// <param name="Open">Files of which it may say more than could be read, or says itself that it does not know.</param>
/// <param name="Problem">Why some or all of it could not be read; null when it could.</param>
internal sealed record LineNote(IReadOnlyList<AttestedFile> Files, IReadOnlySet<string> Open, string? Problem)
{
    private const int MostLines = 500_000;

    // whogitit is fed by the hooks of one agent.
    private const string AgentOfWhogitit = "claude-code";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Whether what could not be read may name lines of any file.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Whether JSON is such a note, by the keys that it has.</summary>
    public static bool Is(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"aiRanges\""u8) >= 0
        || (json.IndexOf("\"attributions\""u8) >= 0 && json.IndexOf("\"timestamp\""u8) >= 0)
        || (json.IndexOf("\"line_number\""u8) >= 0 && json.IndexOf("\"source\""u8) >= 0)
        || (json.IndexOf("\"sessions\""u8) >= 0 && json.IndexOf("\"files\""u8) >= 0 && json.IndexOf("\"timestamp\""u8) >= 0);

    /// <summary>Reads a note.</summary>
    /// <param name="utf8">The note.</param>
    /// <param name="reference">The reference that holds it.</param>
    public static LineNote Parse(ReadOnlyMemory<byte> utf8, string reference)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(utf8, Options);
            return Read(document.RootElement, reference);
        }
        catch (JsonException problem)
        {
            return new LineNote([], new HashSet<string>(), SafeJson.Problem(problem)) { IsCut = true };
        }
    }

    private static LineNote Read(JsonElement root, string reference)
    {
        var lines = new LineClaims(MostLines);
        JsonElement files = root.Get("files");
        if (root.Get("attributions").ValueKind == JsonValueKind.Array)
            ReadAttributions(root.Get("attributions"), reference, lines);
        else if (files.ValueKind == JsonValueKind.Object)
            ReadRanges(files, root.Get("sessions"), reference, lines);
        else if (files.ValueKind == JsonValueKind.Array)
            ReadLines(files, State(AgentOfWhogitit, root.Get("session").Get("model").Text("id"), reference), lines);
        else
            return new LineNote([], new HashSet<string>(), "it has neither 'attributions' nor 'files'") { IsCut = true };
        return new LineNote(lines.Files(), lines.Open, lines.Problem) { IsCut = lines.IsCut };
    }

    private static void ReadAttributions(JsonElement attributions, string reference, LineClaims lines)
    {
        foreach (JsonElement range in attributions.Items())
        {
            EvidenceStatement? ai = range.Text("category") is null or "ai_generated" ? State(range.Text("provider"), range.Text("model"), reference) : null;
            lines.Add(range.Text("path"), First(range), Last(range), ai);
        }
    }

    private static void ReadRanges(JsonElement files, JsonElement sessions, string reference, LineClaims lines)
    {
        EvidenceStatement unknown = State(null, null, reference);
        var known = new Dictionary<string, EvidenceStatement>(StringComparer.Ordinal);
        foreach (JsonProperty session in sessions.ValueKind == JsonValueKind.Object ? sessions.EnumerateObject() : default)
        {
            if (SafeJson.Name(session) is { } id)
                known[id] = State(session.Value.Text("agent"), session.Value.Text("model"), reference);
        }

        foreach (JsonProperty file in files.EnumerateObject())
        {
            string? path = SafeJson.Name(file);
            foreach (JsonElement range in file.Value.Get("aiRanges").Items())
                lines.Add(path, First(range), Last(range), range.Text("sessionId") is { } id ? known.GetValueOrDefault(id, unknown) : unknown);

            foreach (JsonElement range in file.Value.Get("humanRanges").Items())
                lines.Add(path, First(range), Last(range), null);
        }
    }

    private static void ReadLines(JsonElement files, EvidenceStatement ai, LineClaims lines)
    {
        foreach (JsonElement file in files.Items())
        {
            foreach (JsonElement line in file.Get("lines").Items())
            {
                // Newer versions wrap the word.
                string? source = line.Get("source").ValueKind == JsonValueKind.Object ? line.Get("source").Text("type") : line.Text("source");
                long number = line.Count("line_number");
                if (source is "AI" or "AIModified" or "Human" or "Original")
                    lines.Add(file.Text("path"), number, number, source.StartsWith("AI", StringComparison.Ordinal) ? ai : null);
                else
                    lines.Leave(file.Text("path"));
            }
        }
    }

    // The first version wrote its keys in another way.
    private static long First(JsonElement range) => range.Get("startLine").ValueKind == JsonValueKind.Number ? range.Count("startLine") : range.Count("start_line");

    private static long Last(JsonElement range) => range.Get("endLine").ValueKind == JsonValueKind.Number ? range.Count("endLine") : range.Count("end_line");

    private static EvidenceStatement State(string? agent, string? model, string reference) =>
        new(EvidenceKind.LineNote, EvidenceGrade.Lines, agent is null ? AgentNames.Unknown : AgentNames.Canonical(agent.Replace('_', '-')), ModelName.Normalize(model), null, reference);
}
