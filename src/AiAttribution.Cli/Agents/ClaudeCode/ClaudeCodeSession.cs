using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>Lines of one session of Claude Code, in the order of the file.</summary>
internal sealed class ClaudeCodeSession(SessionDraft draft)
{
    private readonly ClaudeCodeTools _tools = new(draft);
    private readonly RepeatedText _cwd = new();
    private readonly RepeatedText _model = new();
    private readonly RepeatedText _fastModel = new();
    private readonly RepeatedText _message = new();
    private UsageRecord? _answer;
    private string? _directory;

    public AgentSession ToSession()
    {
        Flush();
        return draft.ToSession();
    }

    public void Add(in ClaudeCodeLine line)
    {
        draft.See(line.Time);
        _directory = _cwd.Of(line.Directory) ?? _directory;
        draft.WorkingDirectory ??= _directory;
        draft.Branch ??= JsonText.Name(line.Branch);
        draft.ParentId ??= JsonText.Name(line.ForkedFrom);
        if (line.IsAnswer)
            AddAnswer(line);
        else if (line.IsInput)
            _tools.AddResults(line.Message.Content, line.Time, _directory);
    }

    private void AddAnswer(in ClaudeCodeLine line)
    {
        ClaudeCodeMessage message = line.Message;
        _tools.AddCalls(message.Content, line.Time);
        if (!message.HasUsage || line.IsError || message.Model.SequenceEqual("\"<synthetic>\""u8))
            return;

        // An answer is written line by line while it streams; the line with the most output is the last word, under the time of the first.
        bool more = _answer is not null && IsSame(line, _answer);
        if (more && !IsMore(message.Usage, _answer!.Usage))
            return;
        (string key, string subKey) = more ? (_answer!.Key, _answer.SubKey) : Key(line);
        if (!more)
            Flush();
        _answer = new UsageRecord(key, more ? _answer!.Time ?? line.Time : line.Time, Model(message), message.Usage)
        {
            SubKey = subKey,
            IsSideLine = line.IsSideLine,
            ReportedCost = line.Cost,
            WorkingDirectory = _directory,
        };
    }

    private void Flush()
    {
        if (_answer is not null)
            draft.Add(_answer);
        _answer = null;
    }

    private bool IsSame(in ClaudeCodeLine line, UsageRecord answer) =>
        IsProviders(line.Message.Id) && _message.Is(line.Message.Id) && line.IsSideLine == answer.IsSideLine;

    private static bool IsMore(TokenUsage usage, TokenUsage than) => (usage.Output, usage.Total).CompareTo((than.Output, than.Total)) > 0;

    // An id that the provider gave is unique by itself; gateways give others, which only count within a session and beside the request.
    private (string Key, string SubKey) Key(in ClaudeCodeLine line)
    {
        string? id = _message.Of(line.Message.Id);
        if (id is not null && IsProviders(line.Message.Id))
            return (id, "");
        return ($"{draft.Id}|{id ?? JsonText.Name(line.Uuid) ?? JsonText.Name(line.Timestamp)}", JsonText.Name(line.RequestId) ?? "");
    }

    private static bool IsProviders(ReadOnlySpan<byte> id) => id.StartsWith("\"msg_"u8);

    // The fast mode has a price of its own, so it is a model of its own.
    private string? Model(in ClaudeCodeMessage message)
    {
        RepeatedText name = message.IsFast ? _fastModel : _model;
        return name.Of(message.Model) is { } model ? message.IsFast ? model + "-fast" : model : null;
    }
}
