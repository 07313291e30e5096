using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>
/// One chat of VS Code. Its journal begins with the whole document; then values are set or appended at paths. A request that is taken back was paid for and counts.
/// </summary>
internal sealed class VsCodeChat(SessionDraft draft)
{
    private const int MostRequests = 100_000;

    private readonly Dictionary<string, VsCodeRequest> _requests = new(StringComparer.Ordinal);
    private readonly List<VsCodeRequest> _shown = [];

    public void AddDocument(JsonElement chat)
    {
        draft.Created = chat.Time("creationDate") ?? draft.Created;
        draft.See(chat.Time("lastMessageDate"));
        Show(chat.Get("requests"));
    }

    public void AddEntry(JsonElement entry)
    {
        JsonElement value = entry.Get("v");
        string[] path = [.. entry.Get("k").Items().Select(step => step.ValueKind == JsonValueKind.Number ? step.GetRawText() : step.AsText() ?? "")];
        switch (entry.Get("kind"))
        {
            case { ValueKind: JsonValueKind.Number } kind when kind.GetRawText() is "0":
                AddDocument(value);
                break;
            case { ValueKind: JsonValueKind.Number } kind when kind.GetRawText() is "1":
                Set(path, value);
                break;
            case { ValueKind: JsonValueKind.Number } kind when kind.GetRawText() is "2":
                Append(path, entry.Get("i"), value);
                break;
        }
    }

    /// <summary>The chat; null when nothing was asked in it.</summary>
    public AgentSession? ToSession()
    {
        foreach (VsCodeRequest request in _requests.Values.Where(request => request.Prompt + request.Output > 0))
            draft.AddCopied(request.ToResponse(draft.WorkingDirectory));
        if (draft.Responses.Count == 0)
            draft.Exactness = Exactness.Absent;
        return _requests.Count == 0 ? null : draft.ToSession();
    }

    private void Set(string[] path, JsonElement value)
    {
        switch (path)
        {
            case []:
                AddDocument(value);
                break;
            case ["requests"]:
                _shown.Clear();
                Show(value);
                break;
            case ["requests", var index] when Shown(index) is not null:
                _shown[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)] = Request(value);
                break;
            case ["requests", var index, .. var rest]:
                Shown(index)?.Read(rest, value, draft);
                break;
        }
    }

    private void Append(string[] path, JsonElement from, JsonElement value)
    {
        if (path is ["requests"])
        {
            if (from.ValueKind == JsonValueKind.Number && from.TryGetInt32(out int first) && first >= 0 && first < _shown.Count)
                _shown.RemoveRange(first, _shown.Count - first);
            Show(value);
        }
        else if (path is ["requests", var index, .. var rest])
        {
            Shown(index)?.Read(rest, value, draft);
        }
    }

    private void Show(JsonElement requests)
    {
        foreach (JsonElement request in requests.Items().Take(MostRequests - _shown.Count))
            _shown.Add(Request(request));
    }

    private VsCodeRequest Request(JsonElement request)
    {
        string id = request.Text("requestId") ?? $"{draft.Id}|{_requests.Count}";
        if (!_requests.TryGetValue(id, out VsCodeRequest? known))
            _requests.Add(id, known = new VsCodeRequest(id));
        known.Read([], request, draft);
        draft.See(known.Time);
        return known;
    }

    private VsCodeRequest? Shown(string index) =>
        int.TryParse(index, out int number) && number >= 0 && number < _shown.Count ? _shown[number] : null;
}
