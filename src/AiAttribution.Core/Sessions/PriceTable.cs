using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions;

/// <summary>Prices by model and day. A model that is not in it has no cost, nor has a day without a price: that is unknown, not zero.</summary>
internal sealed class PriceTable
{
    private readonly Dictionary<string, DatedPrice[]> _models;
    private readonly ConcurrentDictionary<(string Model, DateOnly? Day), ModelPrice?> _found = new();
    private IReadOnlyList<PriceOverride> _overrides = [];

    /// <param name="version">What the table is called where a cost is written down.</param>
    /// <param name="prices">Prices by model, as <see cref="ModelName"/> spells it; several of one model hold on different days.</param>
    public PriceTable(string version, IEnumerable<KeyValuePair<string, DatedPrice>> prices)
        : this(version, prices.GroupBy(price => price.Key, price => price.Value, StringComparer.Ordinal).ToDictionary(model => model.Key, model => model.OrderBy(price => price.From).ToArray(), StringComparer.Ordinal))
    {
    }

    private PriceTable(string version, Dictionary<string, DatedPrice[]> models)
    {
        Version = version;
        _models = models;
    }

    /// <summary>The table inside the product.</summary>
    public static PriceTable BuiltIn { get; } = Read();

    /// <summary>Name of the table; it changes whenever a price does.</summary>
    public string Version { get; }

    /// <summary>The same table with models replaced or added, as a policy states them; of several entries for one model and day the first counts.</summary>
    public PriceTable With(IReadOnlyList<PriceOverride> overrides) =>
        overrides.Count == 0 ? this : new PriceTable($"{Version}+policy.{Digest(overrides)}", _models) { _overrides = overrides };

    /// <summary>Price of a model in any spelling; null when it is unknown.</summary>
    /// <param name="model">The model.</param>
    /// <param name="day">Day in UTC; null when it is not known, and then the model has a price only when it never changed.</param>
    public ModelPrice? Find(string? model, DateOnly? day = null) => model is null ? null : _found.GetOrAdd((model, day), Search);

    /// <summary>
    /// An allocation by these prices, when the policy states one of its models on its days: then the cost that was computed when it was recorded no longer holds. One without a
    /// cost gets it when its prices have become known. Its requests are not known any more, so the lower tier is taken.
    /// </summary>
    public Allocation Reprice(Allocation allocation)
    {
        DateOnly? first = Day(allocation.From ?? allocation.To);
        DateOnly? last = Day(allocation.To ?? allocation.From);
        bool stated = allocation.Models.Any(m => IsStated(m.Model, first, last));
        if (allocation.Models.Count == 0 || (!stated && allocation.CostComputed is not null))
            return allocation;
        decimal?[] costs = [.. allocation.Models.Select(m => Lasting(m.Model, first, last)?.Prices.CostOf(m.Usage))];
        if (Array.TrueForAll(costs, c => c is not null))
            return allocation with { CostComputed = costs.Sum(), PriceTable = Version };
        return stated ? allocation with { CostComputed = null, PriceTable = null } : allocation;
    }

    /// <summary>
    /// Cost in USD of one response; null when the model, its day or a class has no price. A total of a session is no request: whether its requests were long is unknown,
    /// so <paramref name="isRequest"/> false takes the lower tier; and a total over days of different prices has no cost.
    /// </summary>
    public decimal? CostOf(UsageRecord response, bool isRequest = true) => CostOf(response, isRequest, response.Time);

    /// <summary>Cost of a session, response by response.</summary>
    public SessionCost CostOf(AgentSession session)
    {
        bool isRequest = session.Exactness == Exactness.Exact || session is { Exactness: Exactness.Partial, IsDoubtful: true };
        decimal? computed = null;
        decimal? reported = null;
        decimal? tools = null;
        long unpriced = 0;
        foreach (UsageRecord response in session.Responses)
        {
            DateTimeOffset? time = response.Time ?? session.Start;
            if (response.ReportedCost is { } stated)
                reported = (reported ?? 0) + stated;
            if (response.WebSearches > 0 && Find(response.Model, Day(time))?.CostOfSearches(response.WebSearches) is { } searches)
                tools = (tools ?? 0) + searches;
            if (CostOf(response, isRequest, time) is { } cost)
                computed = (computed ?? 0) + cost;
            else
                unpriced += response.Usage.Total;
        }

        return new SessionCost(computed, reported, unpriced, tools);
    }

    /// <summary>What is missing of the cost of a session's response.</summary>
    public PriceGap GapOf(AgentSession session, UsageRecord response)
    {
        if (response.Usage.IsZero)
            return PriceGap.None;
        if (response.Model is not { } model)
            return PriceGap.Model;
        if (Price(response, response.Time ?? session.Start) is { } price)
            return price.Prices.GapOf(response.Usage);
        return ModelSpelling.Of(model).Any(IsListed) ? PriceGap.Day : PriceGap.Price;
    }

    private ModelPrice? Search((string Model, DateOnly? Day) asked)
    {
        (string Name, string Tier)[] spellings = [.. ModelSpelling.Of(asked.Model)];
        return Stated(spellings, asked.Day, out ModelPrice? price) ? price : Listed(spellings, asked.Day);
    }

    private decimal? CostOf(UsageRecord response, bool isRequest, DateTimeOffset? time)
    {
        ModelPrice? price = Price(response, time);
        return isRequest && response.Since is null ? price?.CostOf(response.Usage) : price?.Prices.CostOf(response.Usage);
    }

    private ModelPrice? Price(UsageRecord response, DateTimeOffset? time) =>
        response.Since is { } since && since > DateTimeOffset.UnixEpoch ? Lasting(response.Model, Day(since), Day(time)) : Find(response.Model, Day(time));

    // The price that holds on all days of a span, but for the steps of long requests: sums are none.
    private ModelPrice? Lasting(string? model, DateOnly? first, DateOnly? last) =>
        Find(model, first) is { } price && (first == last || price.Prices == Find(model, last)?.Prices) ? price : null;

    private bool IsStated(string? model, DateOnly? first, DateOnly? last)
    {
        if (model is null || _overrides.Count == 0)
            return false;
        (string Name, string Tier)[] spellings = [.. ModelSpelling.Of(model)];
        return Stated(spellings, first, out ModelPrice? price) && Stated(spellings, last, out ModelPrice? other) && price is not null && price == other;
    }

    // On a day that is not known an entry for some days may hold or not.
    private bool Stated((string Name, string Tier)[] spellings, DateOnly? day, out ModelPrice? price)
    {
        price = null;
        if (_overrides.Count == 0)
            return false;
        string[] names = [.. spellings.Select(spelling => spelling.Name + spelling.Tier)];
        if (_overrides.FirstOrDefault(entry => entry.Names(names) && (day is not { } known || entry.Holds(known))) is not { } stated)
            return false;
        price = day is null && stated.IsDated ? null : stated.Price;
        return true;
    }

    private ModelPrice? Listed((string Name, string Tier)[] spellings, DateOnly? day)
    {
        foreach ((string name, string tier) in spellings)
        {
            if (_models.TryGetValue(name + tier, out DatedPrice[]? own))
                return DatedPrice.On(own, day);
            if (tier.Length > 0 && _models.TryGetValue(name, out DatedPrice[]? standard))
                return DatedPrice.On(standard, day)?.At(tier);
        }

        return null;
    }

    private bool IsListed((string Name, string Tier) spelling) =>
        _models.ContainsKey(spelling.Name + spelling.Tier)
        || (spelling.Tier.Length > 0 && _models.TryGetValue(spelling.Name, out DatedPrice[]? standard) && Array.Exists(standard, price => price.Price.At(spelling.Tier) is not null));

    private static DateOnly? Day(DateTimeOffset? time) => time is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    private static PriceTable Read()
    {
        (string version, IEnumerable<KeyValuePair<string, DatedPrice>> prices) = PriceList.BuiltIn();
        return new PriceTable(version, prices);
    }

    private static string Digest(IReadOnlyList<PriceOverride> overrides)
    {
        string text = string.Join('\n', overrides.Select(o => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', o.Models.Select(m => m.Pattern))} {o.Price} {o.From:yyyyMMdd} {o.Until:yyyyMMdd}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant()[..8];
    }
}
