using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>Lines of one session of Claude Code, in the order of the file.</summary>
internal sealed class ClaudeCodeSession(SessionDraft draft)
{
    private readonly ClaudeCodeTools _tools = new(draft);
    private readonly RepeatedText _cwd = new();
    private readonly RepeatedText _model = new();
    private readonly RepeatedText _message = new();
    private readonly List<UsageRecord> _inside = [];
    private UsageRecord? _answer;
    private ulong _call;
    private int _odd;
    private string? _directory;

    /// <summary>Whether it holds answers, edits or commits.</summary>
    public bool HasWork { get; private set; }

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
            _tools.AddResults(line.Message.Content, line.Result, line.Time, _directory);
    }

    private void AddAnswer(in ClaudeCodeLine line)
    {
        ClaudeCodeUsage usage = line.Message.Usage;
        HasWork = true;
        ulong call = _tools.AddCalls(line.Message.Content, line.Time);
        if (!usage.IsStated || line.IsError || line.Message.Model.SequenceEqual("\"<synthetic>\""u8))
        {
            draft.Counts.Strange(usage.Odd);
            return;
        }


        // An answer is written line by line while it streams; the line with the most output is the last word, under the time of the first.
        ulong request = IsProviders(line.Message.Id) ? Fingerprint.Of(line.RequestId) : 0;
        bool more = _answer is not null && IsSame(line, request, _answer);
        if (!more)
            Flush();
        _call = _call == 0 ? call : _call;
        if (more && !IsMore(usage.Tokens, _answer!.Usage))
            return;
        (string key, string subKey) = more ? (_answer!.Key, _answer.SubKey) : Key(line);
        _answer = new UsageRecord(key, more ? _answer!.Time ?? line.Time : line.Time, Model(line.Message.Model, usage), usage.Tokens)
        {
            SubKey = subKey,
            Request = request,
            Call = _call,
            IsSideLine = line.IsSideLine,
            ReportedCost = line.Cost,
            WebSearches = usage.WebSearches,
            WorkingDirectory = _directory,
        };
        _odd = usage.Odd;
        _inside.Clear();
        if (!usage.Iterations.IsEmpty)
            AddIterations(usage.Iterations, line.Message.Model, usage);
    }

    // The answer itself and its messages are in the answer's counts; what else ran inside it is not, and what nobody knows may be.
    private void AddIterations(ReadOnlySpan<byte> json, ReadOnlySpan<byte> model, in ClaudeCodeUsage answer)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        _odd += isArray || reader.TokenType == JsonTokenType.Null ? 0 : 1;
        while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ClaudeCodeUsage part = ClaudeCodeUsage.Read(ref reader, json);
            reader.Skip();
            if (part.Place.IsEmpty)
                part.Place = answer.Place;
            bool isMessage = part.Type.SequenceEqual("\"message\""u8);
            bool isOther = part.Type.SequenceEqual("\"advisor_message\""u8) || part.Type.SequenceEqual("\"compaction\""u8);
            _odd += part.Odd + (isMessage || isOther ? 0 : 1);
            if (isOther && !part.Tokens.IsZero)
            {
                _inside.Add(_answer! with
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"{_answer.Key}#{_inside.Count + 1}"),
                    Model = part.Model.IsEmpty ? Model(model, answer) : Model(part.Model, part),
                    Usage = part.Tokens,
                    WebSearches = part.WebSearches,
                    ReportedCost = null,
                });
            }
        }
    }

    private void Flush()
    {
        if (_answer is not null)
            draft.Add(Called(_answer));
        foreach (UsageRecord part in _inside)
            draft.Add(Called(part));
        draft.Counts.Strange(_odd);
        _inside.Clear();
        _answer = null;
        _call = 0;
        _odd = 0;
    }

    // The first call may stand in a line that counts nothing new.
    private UsageRecord Called(UsageRecord answer) => answer.Call == _call ? answer : answer with { Call = _call };

    private bool IsSame(in ClaudeCodeLine line, ulong request, UsageRecord answer) =>
        IsProviders(line.Message.Id) && _message.Is(line.Message.Id) && line.IsSideLine == answer.IsSideLine && (request == 0 || answer.Request == 0 || request == answer.Request);

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

    // The fast mode, service tiers and places have prices of their own, so they are models of their own.
    private string? Model(ReadOnlySpan<byte> written, in ClaudeCodeUsage usage)
    {
        string? model = _model.Of(written);
        if (!usage.Speed.IsEmpty)
            model = ModelSpelling.WithSpeed(model, JsonText.Name(usage.Speed));
        if (!usage.Tier.IsEmpty)
            model = ModelSpelling.WithTier(model, JsonText.Name(usage.Tier));
        return usage.Place.IsEmpty ? model : ModelSpelling.WithPlace(model, JsonText.Name(usage.Place));
    }
}
