using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// The legs of a session of Copilot CLI. The end of a leg sums up each model: in some versions over the leg, in others over all legs since the start or the last
/// compaction. The output of the answers tells which: what came since the last end, or since the sums began.
/// </summary>
internal sealed class CopilotLegs
{
    private readonly List<UsageRecord> _ended = [];
    private readonly Dictionary<string, long> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _compacted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lost = new(StringComparer.Ordinal);
    private Dictionary<string, TokenUsage> _sums = new(StringComparer.Ordinal);
    private decimal _cost;
    private long _outputSince;
    private DateTimeOffset _since = DateTimeOffset.UnixEpoch;

    /// <summary>Whether a leg ended.</summary>
    public bool HasEnd => _ended.Count > 0;

    /// <summary>Models of the answers.</summary>
    public IReadOnlyList<string> Models => [.. _open.Keys.Concat(_compacted.Keys).Concat(_lost.Keys).Distinct().Where(model => model.Length > 0)];

    /// <summary>An answer; of its tokens the output alone is known.</summary>
    public void Answer(string model, long output) => _open[model] = _open.GetValueOrDefault(model) + output;

    /// <summary>The context was compacted: sums that go on begin anew.</summary>
    public void Compacted()
    {
        Move(_open, _compacted);
        _sums.Clear();
        _cost = 0;
        _outputSince = 0;
    }

    /// <summary>The end of a leg.</summary>
    /// <param name="sums">Tokens by model.</param>
    /// <param name="cost">What the agent says it cost; null when it says nothing.</param>
    /// <param name="time">When it ended.</param>
    public void End(Dictionary<string, TokenUsage> sums, decimal? cost, DateTimeOffset? time)
    {
        long output = sums.Values.Sum(sum => sum.Output);
        bool goesOn = GoesOn(sums, output);
        var legs = sums.Select(sum => (Model: sum.Key, Usage: goesOn ? sum.Value - _sums.GetValueOrDefault(sum.Key) : sum.Value)).Where(leg => !leg.Usage.IsZero).OrderByDescending(leg => leg.Usage.Total).ToList();
        decimal? own = goesOn && cost >= _cost ? cost - _cost : cost;
        if (legs.Count == 0 && own > 0)
            legs.Add(("", default));
        foreach ((string model, TokenUsage usage) in legs)
        {
            _ended.Add(Record(model, usage, _since, time) with { ReportedCost = own > 0 ? own : null });
            own = null;
        }

        // Sums that a compaction set back do not hold what was answered before it.
        long before = _compacted.Values.Sum();
        long since = _open.Values.Sum();
        if (Math.Abs(output - since) < Math.Abs(output - since - before))
            Move(_compacted, _lost);
        _outputSince = (goesOn ? _outputSince : 0) + since;
        _compacted.Clear();
        _open.Clear();
        _sums = sums;
        _cost = cost ?? 0;
        _since = time ?? _since;
    }

    /// <summary>The legs, and the output of answers that no end sums up.</summary>
    public IEnumerable<UsageRecord> Records(string session, DateTimeOffset? last)
    {
        Move(_open, _compacted);
        Move(_compacted, _lost);
        IEnumerable<UsageRecord> open = _lost.Where(answer => answer.Value > 0).Select(answer => Record(answer.Key, new TokenUsage(0, answer.Value), _since, last));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (UsageRecord record in _ended.Concat(open))
        {
            int number = numbers[record.Key] = numbers.GetValueOrDefault(record.Key) + 1;
            yield return record with { Key = number == 1 ? $"{session}|{record.Key}" : $"{session}|{record.Key}|{number}" };
        }
    }

    /// <summary>Whether answers were given that no end sums up.</summary>
    public bool HasOpen => _open.Values.Sum() + _compacted.Values.Sum() + _lost.Values.Sum() > 0;

    private bool GoesOn(Dictionary<string, TokenUsage> sums, long output)
    {
        if (_sums.Count == 0 || _sums.Any(sum => TokenUsage.Least(sum.Value, sums.GetValueOrDefault(sum.Key)) != sum.Value))
            return false;
        long leg = _open.Values.Sum();
        return _outputSince + leg == 0 || Math.Abs(output - _outputSince - leg) < Math.Abs(output - leg);
    }

    private static UsageRecord Record(string model, TokenUsage usage, DateTimeOffset since, DateTimeOffset? time) =>
        new(model, time, model.Length == 0 ? null : model, usage) { Since = since };

    private static void Move(Dictionary<string, long> from, Dictionary<string, long> to)
    {
        foreach ((string model, long output) in from)
            to[model] = to.GetValueOrDefault(model) + output;
        from.Clear();
    }
}
