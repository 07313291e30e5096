using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>
/// Turns Codex' running totals into responses. About half of the events repeat the totals before them; a reset of the context lets totals fall,
/// and may set <c>total_tokens</c> alone to the size of the window.
/// </summary>
internal sealed class CodexCounter
{
    private TokenUsage? _total;
    private int _resets;

    /// <summary>The response that an event's <c>info</c> adds; null when it adds none.</summary>
    public (string Key, TokenUsage Usage)? Count(JsonElement info)
    {
        JsonElement written = info.Get("total_token_usage");
        if (written.ValueKind != JsonValueKind.Object)
            return null;
        TokenUsage total = Tokens(written);
        if (total.IsZero || total == _total)
            return null;
        TokenUsage before = _total ?? default;
        if (total.Total < before.Total)
        {
            _resets++;
            before = default;
        }

        _total = total;
        JsonElement last = info.Get("last_token_usage");
        TokenUsage usage = last.ValueKind == JsonValueKind.Object ? Tokens(last) : Difference(total, before);
        string key = $"{_resets}:{total.Input}:{total.CacheRead}:{total.CacheWrite}:{total.Output}:{total.Reasoning}";
        return usage.IsZero ? null : (key, usage);
    }

    /// <summary>Codex counts cached tokens within input and reasoning within output.</summary>
    public static TokenUsage Tokens(JsonElement usage)
    {
        long read = usage.Count("cached_input_tokens");
        long written = usage.Count("cache_write_input_tokens");
        long fresh = Math.Max(0, usage.Count("input_tokens") - read - written);
        return new TokenUsage(fresh, usage.Count("output_tokens"), read, written, 0, usage.Count("reasoning_output_tokens"));
    }

    private static TokenUsage Difference(TokenUsage total, TokenUsage before) => new(
        Math.Max(0, total.Input - before.Input),
        Math.Max(0, total.Output - before.Output),
        Math.Max(0, total.CacheRead - before.CacheRead),
        Math.Max(0, total.CacheWrite5Minutes - before.CacheWrite5Minutes),
        0,
        Math.Max(0, total.Reasoning - before.Reasoning));
}
