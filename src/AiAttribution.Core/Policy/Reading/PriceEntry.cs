using AiAttribution.Core.Sessions.Pricing;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An entry of <c>prices</c>: what models cost, in USD for a million tokens of each class.</summary>
internal static class PriceEntry
{
    private const decimal Most = 1_000_000;
    private const long MostTokens = 1_000_000_000;

    /// <summary>The keys.</summary>
    public static PolicyObject Shape(Draft price) => new(
        "an entry of prices",
        [new PolicyKey("models", (value, draft) => price.Models = draft.NameGlobs(value, "models of prices") ?? [], IsList: true),
        .. price.Base.Keys("of prices"),
        new PolicyKey("longContextFrom", (value, draft) => price.From = draft.Long(value, "longContextFrom of prices", 1, MostTokens)),
        new PolicyKey("longContext", (value, draft) => new PolicyObject("longContext of prices", [.. price.Long.Keys("of longContext")]).Read(value, draft), new PolicyObject("longContext of prices", [.. price.Long.Keys("of longContext")]))]);

    public static PriceOverride? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        var price = new Draft();
        Shape(price).Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (price.Models.Count == 0 || price.Base.Prices is not { } prices)
            draft.Report(value.Position, "An entry of prices needs models, input and output, such as { \"models\": [\"house-*\"], \"input\": 3, \"output\": 15 }.");
        else if ((price.From is null) != (price.Long.Prices is null))
            draft.Report(value.Position, "longContextFrom and longContext of prices belong together, and longContext needs input and output.");
        else
            return new PriceOverride(price.Models, price.From is { } from ? new ModelPrice(prices, price.Long.Prices, from) : new ModelPrice(prices));
        return null;
    }

    /// <summary>An entry while it is read.</summary>
    internal sealed class Draft
    {
        public IReadOnlyList<Glob> Models { get; set; } = [];

        public Tier Base { get; } = new();

        public Tier Long { get; } = new();

        public long? From { get; set; }
    }

    /// <summary>Prices of one tier while they are read.</summary>
    internal sealed class Tier
    {
        private decimal? _input;
        private decimal? _output;
        private decimal? _cacheRead;
        private decimal? _write5Minutes;
        private decimal? _write1Hour;

        public TokenPrices? Prices => _input is { } input && _output is { } output ? new TokenPrices(input, output, _cacheRead, _write5Minutes, _write1Hour) : null;

        public IEnumerable<PolicyKey> Keys(string of) =>
        [
            new("input", (value, draft) => _input = draft.Price(value, $"input {of}", Most)),
            new("output", (value, draft) => _output = draft.Price(value, $"output {of}", Most)),
            new("cacheRead", (value, draft) => _cacheRead = draft.Price(value, $"cacheRead {of}", Most)),
            new("cacheWrite5m", (value, draft) => _write5Minutes = draft.Price(value, $"cacheWrite5m {of}", Most)),
            new("cacheWrite1h", (value, draft) => _write1Hour = draft.Price(value, $"cacheWrite1h {of}", Most)),
        ];
    }
}
