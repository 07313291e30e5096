using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Kimi CLI, before Kimi Code: a wire for each session and for each of its sub-agents. The model of an answer does not stand in it.</summary>
internal sealed class KimiReader : ISessionReader
{
    public string Agent => "kimi";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(Path.Combine(home.Variable("KIMI_SHARE_DIR") ?? home.In(".kimi"), "sessions"))
            .SelectMany(place => LogFiles.Folders(place))
            .SelectMany(session => LogFiles.Below(session, "wire.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string session = Session(path);
        var draft = new SessionDraft(Agent, Path.GetFileName(session)) { WorkingDirectory = Folder(Path.GetDirectoryName(session)!) };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            DateTimeOffset? time = line.Time("timestamp");
            JsonElement message = line.Get("message");
            JsonElement payload = message.Get("payload");
            draft.See(time);
            EditTools.NoteText(draft, payload.Get("function").Text("name"), payload.Get("function").LongText("arguments"), time);

            // A status is sent again with other times.
            if (message.Is("type", "StatusUpdate") && (payload.Text("message_id") is not { } id || seen.Add(id)))
                Add(draft, payload.Get("token_usage"), time);
        }

        return [draft.ToSession()];
    }

    private static void Add(SessionDraft draft, JsonElement usage, DateTimeOffset? time)
    {
        TokenCounts counts = draft.Counts;
        var tokens = new TokenUsage(
            counts.Of(usage, "input_other"),
            counts.Of(usage, "output"),
            counts.Of(usage, "input_cache_read"),
            counts.Of(usage, "input_cache_creation"));
        if (!tokens.IsZero)
            draft.Add(new UsageRecord(KimiCodeReader.Key(draft.Id, time, tokens), time, null, tokens) { WorkingDirectory = draft.WorkingDirectory });
    }

    // sessions/PLACE/SESSION/wire.jsonl, and deeper for sub-agents.
    private static string Session(string path)
    {
        string session = Path.GetDirectoryName(path)!;
        while (Path.GetDirectoryName(Path.GetDirectoryName(session)) is { Length: > 0 } sessions && Path.GetFileName(sessions) != "sessions")
            session = Path.GetDirectoryName(session)!;
        return session;
    }

    // A place is named by the digest of its path.
    private static string? Folder(string place) =>
        SideFile.Json(Path.Combine(place, "..", "..", "kimi.json")).Get("work_dirs").Items()
            .Select(folder => folder.Text("path"))
            .FirstOrDefault(folder => folder is not null && Digest(folder) == Path.GetFileName(place));

#pragma warning disable CA5351 // The name was made this way; nothing is kept safe by it.
    private static string Digest(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
#pragma warning restore CA5351
}
