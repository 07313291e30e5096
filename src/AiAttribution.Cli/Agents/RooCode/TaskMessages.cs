using System.Text.Json;
using System.Text.RegularExpressions;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.RooCode;

/// <summary>
/// What one task showed: each request with its counts as JSON in a text, and the edits. With Anthropic's protocol the input excludes what caches served; of OpenAI's
/// that is not known.
/// </summary>
internal sealed partial class TaskMessages
{
    private const string Unclear = "requests in OpenAI's protocol: whether their input holds the cached tokens is not known, so their sums may be too high";

    private readonly string _folder;
    private readonly SessionDraft _draft;
    private readonly LogProblems _problems;
    private readonly (DateTimeOffset? Time, string Model)[] _models;
    private readonly Lazy<string?> _named;

    public TaskMessages(string agent, string folder, LogProblems problems)
    {
        _folder = folder;
        _problems = problems;
        _draft = new SessionDraft(agent, Path.GetFileName(folder)) { WorkingDirectory = Directory(folder) };
        JsonElement used = SideFile.Json(Path.Combine(folder, "task_metadata.json")).Get("model_usage");
        _models = [.. used.Items().Where(use => use.Text("model_id") is not null).Select(use => (use.Time("ts"), use.Text("model_id")!))];
        _named = new Lazy<string?>(Named);
    }

    public void Add(JsonElement messages)
    {
        foreach (JsonElement message in messages.Items())
        {
            DateTimeOffset? time = message.Time("ts");
            _draft.See(time);
            bool isRequest = message.Is("say", "api_req_started") || message.Is("say", "deleted_api_reqs");
            if (!isRequest && !message.Is("say", "tool") && !message.Is("ask", "tool"))
                continue;
            using JsonDocument? text = JsonCell.Parse(message.LongText("text"), isRequest ? _problems : new LogProblems());
            if (text is not null && isRequest)
                AddRequest(message, text.RootElement, time);
            else if (text is not null)
                AddEdit(text.RootElement, time);
        }
    }

    public AgentSession ToSession() => _draft.ToSession();

    private void AddRequest(JsonElement message, JsonElement request, DateTimeOffset? time)
    {
        var usage = new TokenUsage(
            _draft.Counts.Of(request, "tokensIn"),
            _draft.Counts.Of(request, "tokensOut"),
            _draft.Counts.Of(request, "cacheReads"),
            _draft.Counts.Of(request, "cacheWrites"));
        if (usage.IsZero)
            return;
        if (request.Is("apiProtocol", "openai") && usage.CacheRead + usage.CacheWrite > 0)
        {
            _problems.Add(Unclear);
            _draft.IsDoubtful = true;
        }

        string? model = message.Get("modelInfo").Text("modelId") ?? ModelAt(time) ?? _named.Value;
        _draft.Add(new UsageRecord($"{(time is null ? _draft.Id : time.Value.UtcTicks)}|{usage.Input}:{usage.Output}:{usage.CacheRead}:{usage.CacheWrite}", time, model, usage)
        {
            ReportedCost = StatedCost.Of(request.Amount("cost")),
            WorkingDirectory = _draft.WorkingDirectory,
        });
    }

    private void AddEdit(JsonElement tool, DateTimeOffset? time)
    {
        if (tool.Text("tool") is "editedExistingFile" or "newFileCreated" or "appliedDiff" or "searchAndReplace" or "insertContent")
            EditTools.Note(_draft, tool.Text("path"), time, tool.LongText("content") ?? Side(tool.LongText("diff"), isNew: true), tool.LongText("content") is null ? Side(tool.LongText("diff"), isNew: false) : null, mayRepeat: tool.Is("tool", "editedExistingFile"));
    }

    // What blocks of a diff find, and what they put in its place.
    private static string Side(string? diff, bool isNew)
    {
        var lines = new List<string>();
        bool? inNew = null;
        foreach (string line in diff?.Split('\n') ?? [])
        {
            if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("------- SEARCH", StringComparison.Ordinal))
                inNew = false;
            else if (line.StartsWith("=======", StringComparison.Ordinal))
                inNew = true;
            else if (line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line.StartsWith("+++++++ REPLACE", StringComparison.Ordinal))
                inNew = null;
            else if (inNew == isNew)
                lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private string? ModelAt(DateTimeOffset? time) => _models.LastOrDefault(use => use.Time <= time, _models.FirstOrDefault()).Model;

    private string? Named()
    {
        string path = Path.Combine(_folder, "api_conversation_history.json");
        JsonElement history = SideFile.Json(path);
        return history.Items().Reverse()
            .SelectMany(message => message.Get("content").Items())
            .Select(block => block.LongText("text") is { } text && Tag().Matches(text) is [.., var tag] ? tag.Groups[1].Value : null)
            .FirstOrDefault(model => model is not null);
    }

    private static string? Directory(string folder)
    {
        string id = Path.GetFileName(folder);
        string data = Path.GetDirectoryName(Path.GetDirectoryName(folder))!;
        JsonElement listed = SideFile.Json(Path.Combine(data, "state", "taskHistory.json")).Items().FirstOrDefault(task => task.Is("id", id));
        return SideFile.Json(Path.Combine(folder, "history_item.json")).Text("workspace") ?? listed.Text("cwdOnTaskInitialization") ?? listed.Text("workspace");
    }

    [GeneratedRegex("<model>([^<]{1,100})</model>")]
    private static partial Regex Tag();
}
