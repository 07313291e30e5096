using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>
/// Counts and costs as logs write them. A count that cannot be one (negative, no whole number, beyond belief) is left out, told, and what is left of its session
/// is a lower bound.
/// </summary>
internal sealed class LoggedFigures(SessionDraft draft, LogProblems problems)
{
    /// <summary>What is said of a file that holds such a count.</summary>
    public const string Unusable = "a token count is negative, no whole number or beyond belief, and was left out: the session's sums are too low";

    private const string SmallerThanCache = "an input that should hold its cached tokens is smaller than them: the session's sums may be too high";

    /// <summary>Tokens; 0 when nothing is stated.</summary>
    public long Tokens(JsonElement owner, string name) => Tokens(owner.Get(name));

    /// <summary>Tokens of a number itself.</summary>
    public long Tokens(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => 0,
        JsonValueKind.Number when number.TryGetDouble(out double count) => Tokens(count),
        _ => Reject(Unusable),
    };

    /// <summary>Tokens of a column; 0 when the column is missing or NULL.</summary>
    public long Tokens(SqliteRow row, string column) => row.Value(column) switch
    {
        null => 0,
        long count => Tokens(count),
        double count => Tokens(count),
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out double count) => Tokens(count),
        _ => Reject(Unusable),
    };

    /// <summary>The number itself when it can be a count.</summary>
    public long Tokens(double count) =>
        count is >= 0 and <= JsonValues.MostTokens && double.IsInteger(count) ? (long)count : Reject(Unusable);

    /// <summary>Usage of a log whose input holds what caches served and took.</summary>
    public TokenUsage Inclusive(long input, long output, long read, long written = 0, long reasoning = 0)
    {
        if (input < read + written)
            Reject(SmallerThanCache);
        return new TokenUsage(Math.Max(0, input - read - written), output, read, written, 0, Math.Min(reasoning, output));
    }

    /// <summary>A cost in USD; null for 0, which agents write when a subscription pays.</summary>
    public static decimal? Cost(decimal? amount) => amount is > 0 ? amount : null;

    /// <summary>A cost in USD of a column.</summary>
    public static decimal? Cost(SqliteRow row, string column) => row.Value(column) switch
    {
        long amount => Cost(amount),
        double amount when amount is > 0 and < 1_000_000_000 => Cost((decimal)amount),
        _ => null,
    };

    /// <summary>Says that something of the session could not be read.</summary>
    public void Report(string sentence) => Reject(sentence);

    private long Reject(string sentence)
    {
        problems.Add(sentence);
        if (draft.Exactness < Exactness.Partial)
            draft.Exactness = Exactness.Partial;
        return 0;
    }
}
