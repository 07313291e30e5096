using System.Globalization;
using System.Text.RegularExpressions;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Aider's chat history: <c>&gt; Tokens: 12k sent, 3k cache write, 5k cache hit, 1.2k received. Cost: $0.05 message, $0.31 session.</c>
/// What was sent includes what a cache served and, once more, what was written to it.
/// </summary>
internal static partial class AiderHistory
{
    public const string FileName = ".aider.chat.history.md";

    public static IEnumerable<AgentSession> Read(string agent, string path)
    {
        var drafts = new List<SessionDraft>();
        string? model = null;
        using var reader = new StreamReader(LogFiles.Open(path));
        while (reader.ReadLine() is { } line)
        {
            if (Started().Match(line) is { Success: true } started)
                drafts.Add(Draft(agent, path, started.Groups[1].Value));
            else if (drafts.Count > 0 && Model().Match(line) is { Success: true } named)
                model = named.Groups[1].Value;
            else if (drafts.Count > 0 && Tokens().Match(line) is { Success: true } tokens)
                drafts[^1].Add(Response(drafts[^1], model, tokens));
        }

        return drafts.Select(draft => draft.ToSession());
    }

    // The time is the machine's own.
    private static SessionDraft Draft(string agent, string path, string started)
    {
        bool known = DateTime.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal | DateTimeStyles.AdjustToUniversal, out DateTime time);
        var draft = new SessionDraft(agent, known ? $"{time:yyyyMMdd'T'HHmmss'Z'}" : started)
        {
            Exactness = Exactness.Rounded,
            WorkingDirectory = Path.GetDirectoryName(path),
        };
        draft.See(known ? new DateTimeOffset(time) : null);
        return draft;
    }

    private static UsageRecord Response(SessionDraft draft, string? model, Match tokens)
    {
        long written = Number(tokens.Groups["write"].Value);
        long read = Number(tokens.Groups["hit"].Value);
        long fresh = Math.Max(0, Number(tokens.Groups["sent"].Value) - read - (2 * written));
        return new UsageRecord($"{draft.Id}|{draft.Responses.Count}", null, model, new TokenUsage(fresh, Number(tokens.Groups["received"].Value), read, written))
        {
            ReportedCost = decimal.TryParse(tokens.Groups["cost"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal cost) ? cost : null,
        };
    }

    private static long Number(string text)
    {
        decimal unit = text.EndsWith('k') ? 1_000 : text.EndsWith('M') ? 1_000_000 : 1;
        return decimal.TryParse(text.TrimEnd('k', 'M').Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number < 1_000_000_000
            ? (long)(number * unit)
            : 0;
    }

    [GeneratedRegex(@"^# aider chat started at (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)")]
    private static partial Regex Started();

    [GeneratedRegex(@"^> (?:Main model|Model): (\S+)")]
    private static partial Regex Model();

    [GeneratedRegex(@"^> Tokens: (?<sent>[\d.,]+[kM]?) sent(?:, (?<write>[\d.,]+[kM]?) cache write)?(?:, (?<hit>[\d.,]+[kM]?) cache hit)?, (?<received>[\d.,]+[kM]?) received\.(?: Cost: \$(?<cost>[\d.]+) message)?")]
    private static partial Regex Tokens();
}
