namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>
/// The vendors' list prices in USD for a million tokens, as price collections of autumn 2026 agree on them (compared with the table inside ccusage 20.0.24).
/// Change <see cref="Version"/> with every change here.
/// </summary>
internal static class KnownPrices
{
    public const string Version = "2026-09";

    public static IReadOnlyDictionary<string, ModelPrice> Models { get; } = new Dictionary<string, ModelPrice>
    {
        ["claude-fable-5"] = Claude(10, 50),
        ["claude-opus-4"] = Claude(15, 75),
        ["claude-opus-4-1"] = Claude(15, 75),
        ["claude-opus-4-5"] = Claude(5, 25),
        ["claude-opus-4-6"] = Claude(5, 25),
        ["claude-opus-4-7"] = Claude(5, 25),
        ["claude-opus-4-8"] = Claude(5, 25),
        ["claude-sonnet-3-5"] = Claude(3, 15),
        ["claude-sonnet-3-7"] = Claude(3, 15),
        ["claude-sonnet-4"] = ClaudeLong(3, 15, 6, 22.5m),
        ["claude-sonnet-4-5"] = ClaudeLong(3, 15, 6, 22.5m),
        ["claude-sonnet-4-6"] = Claude(3, 15),
        ["claude-sonnet-5"] = Claude(2, 10),
        ["claude-haiku-3-5"] = Claude(0.8m, 4),
        ["claude-haiku-4-5"] = Claude(1, 5),
        ["gpt-4.1"] = Plain(2, 8, 0.5m),
        ["gpt-4o"] = Plain(2.5m, 10, 1.25m),
        ["gpt-5"] = Plain(1.25m, 10, 0.125m),
        ["gpt-5-codex"] = Plain(1.25m, 10, 0.125m),
        ["gpt-5-mini"] = Plain(0.25m, 2, 0.025m),
        ["gpt-5-nano"] = Plain(0.05m, 0.4m, 0.005m),
        ["gpt-5.1"] = Plain(1.25m, 10, 0.125m),
        ["gpt-5.1-codex"] = Plain(1.25m, 10, 0.125m),
        ["gpt-5.1-codex-max"] = Plain(1.25m, 10, 0.125m),
        ["gpt-5.1-codex-mini"] = Plain(0.25m, 2, 0.025m),
        ["gpt-5.2"] = Plain(1.75m, 14, 0.175m),
        ["gpt-5.2-codex"] = Plain(1.75m, 14, 0.175m),
        ["gpt-5.3-codex"] = Plain(1.75m, 14, 0.175m),
        ["gpt-5.4"] = Tiered(272_000, new(2.5m, 15, 0.25m), new(5, 22.5m, 0.5m)),
        ["gpt-5.4-mini"] = Plain(0.75m, 4.5m, 0.075m),
        ["gpt-5.5"] = Tiered(272_000, new(5, 30, 0.5m), new(10, 45, 1)),
        ["gemini-2.5-pro"] = Tiered(200_000, new(1.25m, 10, 0.125m), new(2.5m, 15, 0.25m)),
        ["gemini-2.5-flash"] = Plain(0.3m, 2.5m, 0.03m),
        ["gemini-2.5-flash-lite"] = Plain(0.1m, 0.4m, 0.01m),
        ["gemini-3-flash-preview"] = Plain(0.5m, 3, 0.05m),
        ["gemini-3.1-pro-preview"] = Tiered(200_000, new(2, 12, 0.2m), new(4, 18, 0.4m)),
    };

    private static ModelPrice Claude(decimal input, decimal output) => new(Anthropic(input, output));

    private static ModelPrice ClaudeLong(decimal input, decimal output, decimal longInput, decimal longOutput) =>
        Tiered(200_000, Anthropic(input, output), Anthropic(longInput, longOutput));

    // Anthropic's rule for every model: a read costs a tenth of input, a write for five minutes 1.25 times and for an hour twice as much.
    private static TokenPrices Anthropic(decimal input, decimal output) => new(input, output, input / 10, input * 1.25m, input * 2);

    private static ModelPrice Plain(decimal input, decimal output, decimal cacheRead) => new(new TokenPrices(input, output, cacheRead));

    private static ModelPrice Tiered(long from, TokenPrices prices, TokenPrices longContext) => new(prices, longContext, from);
}
