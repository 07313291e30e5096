using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Lines of one file in a text that git-ai kept.</summary>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Text">SHA-256 of the text, hexadecimal.</param>
/// <param name="Lines">First and last line, 1-based, and the session that wrote them.</param>
internal sealed record GitAiFile(string Path, string Text, IReadOnlyList<(int First, int Last, WorkingSession Session)> Lines);

/// <summary>Reads the log of checkpoints by its shape. The newest checkpoint of a file tells of all its lines.</summary>
internal sealed class GitAiCheckpoints
{
    private const string Known = "checkpoint/1.0.0";
    private const int MostCheckpoints = 100_000;
    private const int MostRanges = 100_000;

    private readonly Dictionary<string, WorkingSession> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, JsonElement Lines)> _newest = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private int _unread;
    private string? _unknown;

    private GitAiCheckpoints()
    {
    }

    /// <summary>Files with lines of sessions, in the order of paths.</summary>
    public IReadOnlyList<GitAiFile> Files { get; private set; } = [];

    /// <summary>What could not be read, one sentence for each kind.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads both files of a log; null for one that is not there.</summary>
    public static GitAiCheckpoints Parse(byte[]? checkpoints, byte[]? initial)
    {
        var log = new GitAiCheckpoints();
        if (initial is { Length: > 0 })
            log.Add(initial, log.AddInitial);
        int count = 0;
        for (int start = 0, end; checkpoints is not null && start < checkpoints.Length && count < MostCheckpoints; start = end + 1, count++)
        {
            end = Array.IndexOf(checkpoints, (byte)'\n', start) is >= 0 and int found ? found : checkpoints.Length;
            if (end > start)
                log.Add(checkpoints.AsMemory(start, end - start), log.AddCheckpoint);
        }

        log.Files = [.. log._newest.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => log.File(file.Key, file.Value.Text, file.Value.Lines)).Where(file => file.Lines.Count > 0)];
        if (log._unknown is { } form)
            log._problems.Add($"git-ai's working log has checkpoints of the form '{form}', which is not known here: their lines stay unknown");
        if (log._unread > 0)
            log._problems.Add($"git-ai's working log has {Figures.Count(log._unread, "line")} that cannot be read; what they tell stays unknown");
        return log;
    }

    private void Add(ReadOnlyMemory<byte> json, Action<JsonElement> add)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(json);
            add(document.RootElement);
        }
        catch (JsonException)
        {
            _unread++;
        }
    }

    private void AddInitial(JsonElement root)
    {
        foreach (JsonProperty session in root.Get("sessions").Properties().Concat(root.Get("prompts").Properties()))
            AddSession(session.Value.Get("agent_id"), session.Name);
        JsonElement texts = root.Get("file_blobs");
        foreach (JsonProperty file in root.Get("files").Properties())
        {
            if (texts.Text(file.Name) is { } text)
                _newest[file.Name] = (text, file.Value.Clone());
        }
    }

    private void AddCheckpoint(JsonElement root)
    {
        if (!root.Is("api_version", Known))
        {
            _unknown ??= Printable.Of(root.Text("api_version") is { Length: <= 40 } form ? form : "none");
            return;
        }

        AddSession(root.Get("agent_id"), null);
        foreach (JsonElement entry in root.Get("entries").Items())
        {
            if (entry.Text("file") is { } path && entry.Text("blob_sha") is { } text)
                _newest[path] = (text, entry.Get("line_attributions").Clone());
        }
    }

    /// <summary>Lines name a session by a hash of tool and id: the key of today, or one of older versions.</summary>
    private void AddSession(JsonElement agent, string? name)
    {
        if (agent.Text("tool") is not { } tool || agent.Text("id") is not { } id)
            return;
        var session = new WorkingSession(
            AgentNames.Canonical(tool),
            NoteWords.Model(ModelName.Normalize(agent.Text("model") ?? "")),
            new SessionKey(AgentNames.Provider(tool), NoteWords.SessionId(id)),
            EvidenceKind.GitAiNote);
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{tool}:{id}"))).ToLowerInvariant();
        foreach (string key in new[] { SessionKeys.GitAiKey(tool, id), hash[..16], hash[..7], name }.OfType<string>())
            _sessions[key] = session;
    }

    private GitAiFile File(string path, string text, JsonElement lines) => new(
        path,
        text,
        [.. lines.Items().Take(MostRanges).Select(line => (First: (int)Math.Min(line.Count("start_line"), int.MaxValue), Last: (int)Math.Min(line.Count("end_line"), int.MaxValue), Session: Session(line.Text("author_id"))))
            .Where(line => line.Session is not null)
            .Select(line => (line.First, line.Last, line.Session!))]);

    /// <summary>The author of lines is a session, with the call that wrote them behind two colons; a person has a key that no session has.</summary>
    private WorkingSession? Session(string? author) => author is null ? null : _sessions.GetValueOrDefault(author.Split("::")[0]);
}
