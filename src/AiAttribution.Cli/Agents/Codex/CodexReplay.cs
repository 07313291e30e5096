using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>
/// Tells the lines that a fork or sub-agent copied from its parent from its own. The copies stand after the parent's header, often under new times. Where they end, the log says
/// by the number of the first own line, by its own header again, or by a turn of its own: ids of turns and threads tell when they were made. A turn without such an id is
/// its own when the copies hold no turns, or when the copying, which writes without a pause, is over. Only where there is no turn at all, the pause alone must do.
/// </summary>
internal sealed class CodexReplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<UsageRecord> _held = [];
    private readonly string _thread;
    private readonly DateTimeOffset? _started;
    private readonly long _firstOwn;
    private DateTimeOffset? _last;
    private bool _isPaused;
    private int _foreignTurns;
    private int? _heldBeforeTurn;

    public CodexReplay(string thread, JsonElement header, DateTimeOffset? started)
    {
        _thread = thread;
        _started = started;
        _firstOwn = header.Get("subagent_history_start_ordinal") is { ValueKind: JsonValueKind.Number } first && first.TryGetInt64(out long own) ? own
            : header.Get("history_base").Get("end_ordinal_exclusive") is { ValueKind: JsonValueKind.Number } end && end.TryGetInt64(out own) ? own : 0;
    }

    /// <summary>Whether lines now are copies, as far as is known.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether copies were left out.</summary>
    public bool HasCopies { get; private set; }

    /// <summary>Whether a mark of the log told where the copies end.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Whether they end without a mark.</summary>
    public bool IsGuess { get; private set; }

    /// <summary>A header: another thread's begins the copies, the thread's own ends them.</summary>
    public void Header(string? id)
    {
        if (id is null)
            return;
        if (id != _thread)
            IsOn = true;
        else if (IsOn)
            End();
    }

    /// <summary>Whether a line is a copy by its own word: by its number, or because it is older than the thread.</summary>
    public bool IsOld(JsonElement line, DateTimeOffset? time)
    {
        if (time < _started || (line.Get("ordinal") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long ordinal) && ordinal < _firstOwn))
            return HasCopies = true;
        _isPaused |= time - _last > Pause;
        _last = time ?? _last;
        return false;
    }

    /// <summary>A turn begins.</summary>
    public void Turn(string? id)
    {
        if (!IsOn)
            return;
        bool? own = id is null ? null : IsOwn(id);
        if (own == true || (own is null && (_isPaused || (_held.Count > 0 && _foreignTurns == 0))))
        {
            End();
            return;
        }

        _foreignTurns++;
        _heldBeforeTurn = own is null ? _held.Count : null;
    }

    /// <summary>Holds a response back while it may be a copy; false when it is none.</summary>
    public bool Hold(UsageRecord response)
    {
        if (IsOn && _isPaused)
        {
            // The last turn that began without a pause after it, and without an answer, is the thread's own.
            End(isGuess: _firstOwn == 0 && _heldBeforeTurn != _held.Count);
        }

        if (IsOn)
            _held.Add(response);
        return IsOn;
    }

    /// <summary>What is still held at the end of the log and nothing tells to be copies.</summary>
    public IReadOnlyList<UsageRecord> Undecided()
    {
        if (!IsOn || _held.Count == 0)
            return [];
        if (_foreignTurns > 0 && _heldBeforeTurn is null)
        {
            HasCopies = true;
            return [];
        }

        IsGuess = _firstOwn == 0;
        return _held;
    }

    private void End(bool isGuess = false)
    {
        IsGuess = isGuess;
        IsMarked = !isGuess;
        HasCopies |= _held.Count > 0;
        _held.Clear();
        IsOn = false;
    }

    private bool? IsOwn(string turn)
    {
        if (turn == _thread)
            return true;
        return Made(turn) is { } began && Made(_thread) is { } thread && began != thread ? began > thread : null;
    }

    // The first 48 bits of a UUID of version 7 are the milliseconds since 1970.
    private static long? Made(string id) =>
        Guid.TryParse(id, out Guid guid) && guid.ToString("N") is var digits && digits[12] == '7' ? Convert.ToInt64(digits[..12], 16) : null;
}
