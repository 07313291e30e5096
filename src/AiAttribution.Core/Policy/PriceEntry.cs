using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An entry of <c>prices</c>: what models cost here, in USD for a million tokens of each class. The first entry that names a model and holds on the day wins over the table inside the product.</summary>
internal static class PriceEntry
{
    private const decimal Most = 1_000_000;
    private const long MostTokens = 1_000_000_000;
    private const string Example = "{ \"models\": [\"house-*\"], \"input\": 3, \"output\": 15 }";

    private static readonly TokenPrices Free = new(0, 0);
    private static readonly PolicyObject<TokenPrices> LongContext = new("longContext of prices", Tier("of longContext"));

    public static PolicyObject<PriceOverride> Shape { get; } = new(
        "an entry of prices",
        [new("models", (entry, value, read) => entry with { Models = read.NameGlobs(value, "models of prices") ?? [] }, IsList: true),
        new("from", (entry, value, read) => entry with { From = read.Day(value, "from of prices", "its first day") }),
        new("until", (entry, value, read) => entry with { Until = read.Day(value, "until of prices", "its last day") }),
        .. Tier("of prices").Select(InBase),
        new("longContextFrom", (entry, value, read) => Change(entry, p => p with { LongContextFrom = read.Long(value, "longContextFrom of prices", 1, MostTokens) ?? p.LongContextFrom })),
        new("longContext", (entry, value, read) => Change(entry, p => p with { LongContext = LongContext.Read(Free, value, read) }), LongContext)]);

    public static PriceOverride[] ReadAll(JsonValue value, ValueReader read) =>
        [.. read.Objects(value, "prices", Example).Select(item => Read(item, read)).OfType<PriceOverride>()];

    private static PriceOverride? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead(new PriceOverride([], new ModelPrice(Free)), value, read, out PriceOverride entry))
            return null;
        if (entry.Models.Count == 0 || !IsWhole(value))
            read.Report(value.Position, $"An entry of prices needs models, input and output, such as {Example}.");
        else if ((value.Member("longContextFrom") is null) != !IsWhole(value.Member("longContext")))
            read.Report(value.Position, "longContextFrom and longContext of prices belong together, and longContext needs input and output.");
        else if (entry.From > entry.Until)
            read.Report(value.Member("until")!.Position, "until of prices must not lie before from.");
        else
            return IsWhole(value.Member("longContext")) ? entry : entry with { Price = new ModelPrice(entry.Price.Prices) };
        return null;
    }

    private static bool IsWhole(JsonValue? tier) => tier?.Member("input") is not null && tier.Member("output") is not null;

    private static PolicyKey<TokenPrices>[] Tier(string of) =>
    [
        new("input", (tier, value, read) => tier with { Input = read.Price(value, $"input {of}", Most) ?? 0 }),
        new("output", (tier, value, read) => tier with { Output = read.Price(value, $"output {of}", Most) ?? 0 }),
        new("cacheRead", (tier, value, read) => tier with { CacheRead = read.Price(value, $"cacheRead {of}", Most) }),
        new("cacheWrite5m", (tier, value, read) => tier with { CacheWrite5Minutes = read.Price(value, $"cacheWrite5m {of}", Most) }),
        new("cacheWrite1h", (tier, value, read) => tier with { CacheWrite1Hour = read.Price(value, $"cacheWrite1h {of}", Most) }),
    ];

    private static PolicyKey<PriceOverride> InBase(PolicyKey<TokenPrices> key) =>
        new(key.Name, (entry, value, read) => Change(entry, p => p with { Prices = key.Read(p.Prices, value, read) }));

    private static PriceOverride Change(PriceOverride entry, Func<ModelPrice, ModelPrice> change) => entry with { Price = change(entry.Price) };
}
