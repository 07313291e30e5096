using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// One series of a counter. Points of temporality <c>delta</c> are added, each once; those of <c>cumulative</c> tell the sum since the counter's start, so only what came to it
/// counts, and a new start or a smaller sum is a counter that began anew.
/// </summary>
internal sealed class OtlpCounter
{
    private const int MostPoints = 1_000_000;

    private readonly SortedDictionary<(DateTimeOffset? Start, DateTimeOffset? Time), long> _deltas = [];
    private readonly SortedDictionary<(DateTimeOffset? Start, DateTimeOffset? Time), long> _sums = [];

    public void Add(JsonElement point, bool isCumulative)
    {
        // OTLP/JSON writes whole numbers as text.
        long count = long.TryParse(point.Text("asInt"), out long text) ? Math.Min(text, JsonValues.MostTokens) : Math.Max(point.Count("asInt"), point.Count("asDouble"));
        SortedDictionary<(DateTimeOffset?, DateTimeOffset?), long> points = isCumulative ? _sums : _deltas;
        if (count > 0 && points.Count < MostPoints)
            points[(OtlpAttributes.Time(point, "startTimeUnixNano"), OtlpAttributes.Time(point, "timeUnixNano"))] = count;
    }

    /// <summary>What was counted, and until when.</summary>
    public IEnumerable<(DateTimeOffset? Time, long Count)> Steps()
    {
        foreach (((DateTimeOffset? _, DateTimeOffset? time), long count) in _deltas)
            yield return (time, count);
        (DateTimeOffset? Start, long Sum) before = default;
        foreach (((DateTimeOffset? start, DateTimeOffset? time), long sum) in _sums)
        {
            long known = start == before.Start && sum >= before.Sum ? before.Sum : 0;
            before = (start, sum);
            if (sum > known)
                yield return (time, sum - known);
        }
    }
}
