using System.Globalization;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>The calls of one conversation of Antigravity. A call may be stored twice and may name its model by a label alone.</summary>
internal sealed class AntigravityCalls(SessionDraft draft, LogProblems problems)
{
    private const string Damaged = "a record of a call is damaged and was left out: the session's sums are too low";
    private const string NoModel = "MODEL_PLACEHOLDER";
    private const long Done = 3;

    private readonly Dictionary<string, string> _models = new(StringComparer.Ordinal);
    private readonly List<(UsageRecord Response, string? Label)> _calls = [];

    /// <summary>Reads where and when the conversation began.</summary>
    public void AddPlace(byte[]? data)
    {
        try
        {
            var trajectory = new ProtoMessage(data);
            draft.WorkingDirectory ??= FileUri.Path(trajectory.Message(1)?.Text(1));
            draft.See(Time(trajectory.Message(2)));
        }
        catch (InvalidDataException)
        {
            // Nothing of the counts is in it.
        }
    }

    /// <summary>Reads one call.</summary>
    public void Add(byte[]? data)
    {
        try
        {
            if (data is not null && new ProtoMessage(data).Message(1) is { } call && call.Message(4) is { } usage)
                Add(call, usage);
        }
        catch (InvalidDataException)
        {
            problems.Add(Damaged);
            draft.IsDoubtful = true;
        }
    }

    /// <summary>Reads what a step edited. A tool that ran stands in the step's description: 1 is the time, 4 the call, of which 2 is the name and 3 the arguments.</summary>
    public void AddStep(SqliteRow row)
    {
        try
        {
            ProtoMessage? about = row.Value("status") is long and not Done ? null
                : row.Bytes("metadata") is { } metadata ? new ProtoMessage(metadata)
                : row.Bytes("step_payload") is { } step ? new ProtoMessage(step).Message(5) : null;
            if (about?.Message(4) is { } call)
                EditTools.NoteText(draft, call.Text(2), call.LongText(3), Time(about.Message(1)));
        }
        catch (InvalidDataException)
        {
            // Nothing of the counts is in it.
        }
    }

    public AgentSession ToSession()
    {
        foreach ((UsageRecord response, string? label) in _calls)
            draft.AddCopied(response with { Model = response.Model ?? (label is null ? null : _models.GetValueOrDefault(label, label)), WorkingDirectory = draft.WorkingDirectory });
        return draft.ToSession();
    }

    // Of usage: 1 is the number of the model, 2 fresh input, 3 all output, 5 what a cache served, 9 and 10 the parts of 3 (which of them is thought is disputed),
    // 11 the id of the response.
    private void Add(ProtoMessage call, ProtoMessage usage)
    {
        long output = draft.Counts.Of(usage.Number(3));
        if (output == 0)
            output = draft.Counts.Of(usage.Number(9)) + draft.Counts.Of(usage.Number(10));
        var tokens = new TokenUsage(draft.Counts.Of(usage.Number(2)), output, draft.Counts.Of(usage.Number(5)));
        DateTimeOffset? time = Time(call.Message(9, 4));
        string? label = call.Text(21);
        string? model = call.Text(19) is { } named && !named.StartsWith(NoModel, StringComparison.Ordinal) ? named : null;
        if (label is not null && model is not null)
            _models.TryAdd(label, model);
        string own = string.Create(CultureInfo.InvariantCulture, $"{draft.Id}|{time?.UtcTicks ?? _calls.Count}|{tokens.Input}:{tokens.Output}:{tokens.CacheRead}");
        if (!tokens.IsZero)
            _calls.Add((new UsageRecord(usage.Text(11) ?? own, time, model, tokens), label));
    }

    private static DateTimeOffset? Time(ProtoMessage? moment) => moment is null ? null : JsonValues.OfEpoch(moment.Number(1));
}
