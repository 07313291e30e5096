using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>
/// Turns Codex' running totals into responses. About half of the events repeat the totals before them; a reset of the context lets totals fall,
/// and may set <c>total_tokens</c> alone to the size of the window.
/// </summary>
internal sealed class CodexCounter(TokenCounts counts)
{
    private TokenUsage? _total;
    private int _resets;

    /// <summary>The response that an event's <c>info</c> adds; null when it adds none. The totals name it in the files that copy it, which may not know of resets before.</summary>
    public (string Key, string Totals, TokenUsage Usage)? Count(JsonElement info)
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
        string totals = $"{total.Input}:{total.CacheRead}:{total.CacheWrite}:{total.Output}:{total.Reasoning}";
        return usage.IsZero ? null : ($"{_resets}:{totals}", totals, usage);
    }

    /// <summary>Codex counts cached tokens within input and reasoning within output.</summary>
    public TokenUsage Tokens(JsonElement usage) => counts.Inclusive(
        counts.Of(usage, "input_tokens"),
        counts.Of(usage, "output_tokens"),
        counts.Of(usage, "cached_input_tokens"),
        counts.Of(usage, "cache_write_input_tokens"),
        counts.Of(usage, "reasoning_output_tokens"));

    private TokenUsage Difference(TokenUsage total, TokenUsage before) => new(
        counts.Rest(total.Input, before.Input),
        counts.Rest(total.Output, before.Output),
        counts.Rest(total.CacheRead, before.CacheRead),
        counts.Rest(total.CacheWrite5Minutes, before.CacheWrite5Minutes),
        0,
        Math.Max(0, total.Reasoning - before.Reasoning));
}
