using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>Gathers what one file says of one session.</summary>
internal sealed class SessionDraft(string agent, string id)
{
    // An edit that writes more is generated or pasted; its hashes would outweigh the rest of the index.
    private const int MostLines = 5_000;

    // Thousands of sessions name the same few models.
    private const int MostModels = 1_000;

    [ThreadStatic]
    private static Dictionary<string, string?>? _models;

    private readonly List<UsageRecord> _responses = [];
    private readonly List<EditedFile> _edits = [];
    private readonly List<SeenCommit> _commits = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private DateTimeOffset? _start;
    private DateTimeOffset? _end;

    public string Id => id;

    public string? ParentId { get; set; }

    public string? WorkingDirectory { get; set; }

    public string? Branch { get; set; }

    public Exactness Exactness { get; set; }

    public decimal? Credits { get; set; }

    /// <summary>Of several logs of one session with counts of one worth, the one with the lower number counts.</summary>
    public int Rank { get; set; }

    /// <summary>When the session was made, where the log tells; what it holds from before was copied.</summary>
    public DateTimeOffset? Created { get; set; }

    /// <summary>Whether a count was cut, clamped or guessed.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether answers were left out because they are copies of another session's.</summary>
    public bool HasCopies { get; set; }

    /// <summary>Reads counts, and notes those that can be none.</summary>
    public TokenCounts Counts { get; } = new();

    public IReadOnlyList<UsageRecord> Responses => _responses;

    /// <summary>Whether it holds answers or edits.</summary>
    public bool HasWork => _responses.Count + _edits.Count > 0;

    /// <summary>Notes that the session was alive at a time.</summary>
    public void See(DateTimeOffset? time)
    {
        if (Believed(time) is null)
            return;
        _start = _start is null || time < _start ? time : _start;
        _end = _end is null || time > _end ? time : _end;
    }

    public void Add(UsageRecord response)
    {
        if (Believed(response.Time) is null && response.Time is not null)
            response = response with { Time = null };
        See(response.Time);
        string? model = Model(response.Model);
        string? directory = Once(response.WorkingDirectory);
        _responses.Add(model == response.Model && ReferenceEquals(directory, response.WorkingDirectory) ? response : response with { Model = model, WorkingDirectory = directory });
    }

    /// <summary>Adds a response of an agent that copies answers into other sessions under new ids: a copy keeps time, model and counts.</summary>
    public void AddCopied(UsageRecord response)
    {
        TokenUsage used = response.Usage;
        string? name = response.Time is { } time && !used.IsZero ? $"{time.UtcTicks}|{response.Model}|{used.Input}:{used.Output}:{used.CacheRead}:{used.CacheWrite}" : null;
        if (name is null || _copied.Add(name))
            Add(response with { Alias = name, MayBeCopy = true });
    }

    /// <summary>Notes an edit; <paramref name="written"/> is hashed line by line and forgotten. Lines that it only repeats from what it replaces are left out.</summary>
    /// <param name="path">The file; null for none that is known, which notes nothing.</param>
    /// <param name="time">When.</param>
    /// <param name="written">The text; null when the log does not show it.</param>
    /// <param name="replaced">What it takes the place of; null or empty for nothing.</param>
    /// <param name="mayRepeat">Whether it took the place of something that is not known.</param>
    /// <returns>The edit's number; -1 when nothing was noted.</returns>
    public int Edited(string? path, DateTimeOffset? time, string? written = null, string? replaced = null, bool mayRepeat = false) => Edited(path, time, Hashes(written), Hashes(replaced), mayRepeat);

    /// <summary>Notes an edit whose text is a JSON string with its quotation marks; nothing is kept of it but the hashes of its lines.</summary>
    public int EditedJson(string? path, DateTimeOffset? time, ReadOnlySpan<byte> written, ReadOnlySpan<byte> replaced, bool mayRepeat = false) =>
        path is null ? -1 : Edited(path, time, JsonLineHashes.Of(written, MostLines), JsonLineHashes.Of(replaced, MostLines), mayRepeat);

    /// <summary>Notes of an edit which of its lines are the agent's own, once the log shows what stood there before.</summary>
    /// <param name="edit">The edit's number.</param>
    /// <param name="own">Gives them of all its lines; null when it cannot tell.</param>
    public void Settle(int edit, Func<uint[], uint[]?> own)
    {
        if (edit >= 0 && own([.. _edits[edit].LineHashes]) is { } lines)
            _edits[edit] = _edits[edit] with { LineHashes = lines, MayRepeat = false };
    }

    /// <summary>Notes the commits that the output of a git command shows.</summary>
    public void Committed(string? output, DateTimeOffset? time, string? directory)
    {
        foreach (string commit in CommitOutput.Ids(output))
            _commits.Add(new SeenCommit(commit, time, Once(directory ?? WorkingDirectory)));
    }

    public AgentSession ToSession()
    {
        var session = new AgentSession(agent, id)
        {
            ParentId = ParentId == id ? null : ParentId,
            WorkingDirectory = WorkingDirectory,
            Branch = Branch,
            Start = Created ?? _start,
            End = _end,
            Exactness = Exactness,
            Rank = Rank,
            IsDoubtful = IsDoubtful || Counts.Odd > 0,
            OddCounts = Counts.Odd,
            HasCopies = HasCopies,
            Credits = Credits,
            Responses = _responses,
            EditedFiles = _edits,
            Commits = _commits,
        };
        return SessionMerger.Tidy(session);
    }

    private int Edited(string? path, DateTimeOffset? time, uint[] written, uint[] replaced, bool mayRepeat)
    {
        if (path is null)
            return -1;
        uint[] own = replaced.Length == 0 ? written : OwnLines.Of(written, replaced);
        _edits.Add(new EditedFile(Once(path)!, time, own.Length > MostLines ? own[..MostLines] : own, mayRepeat));
        return _edits.Count - 1;
    }

    private static uint[] Hashes(string? text) => string.IsNullOrEmpty(text) ? [] : TextLines.Of(text).Hashes;

    // The clock of a machine may never have been set, or a count may stand in the place of a time. No agent is older.
    private static DateTimeOffset? Believed(DateTimeOffset? time) => time is { Year: >= 2020 and < 2100 } ? time : null;

    private string? Model(string? written)
    {
        if (written is null)
            return null;
        Dictionary<string, string?> models = _models is { Count: < MostModels } known ? known : _models = new(StringComparer.Ordinal);
        if (!models.TryGetValue(written, out string? model))
            models.Add(written, model = ModelName.Normalize(written));
        return model;
    }

    private string? Once(string? text) => text is null ? null : _names.TryGetValue(text, out string? known) ? known : _names[text] = text;
}
