using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>Prices by model. A model that is not in it has no cost: that is unknown, not zero.</summary>
internal sealed class PriceTable
{
    private readonly Dictionary<string, ModelPrice> _models;
    private IReadOnlyList<PriceOverride> _overrides = [];

    /// <param name="version">What the table is called where a cost is written down.</param>
    /// <param name="models">Prices by model, in any spelling that <see cref="ModelName"/> knows.</param>
    public PriceTable(string version, IEnumerable<KeyValuePair<string, ModelPrice>> models)
    {
        Version = version;
        _models = new Dictionary<string, ModelPrice>(StringComparer.Ordinal);
        foreach ((string model, ModelPrice price) in models)
            _models[NameOf(model)] = price;
    }

    /// <summary>The table inside the product.</summary>
    public static PriceTable BuiltIn { get; } = new(KnownPrices.Version, KnownPrices.Models);

    /// <summary>Name of the table; it changes whenever a price does.</summary>
    public string Version { get; }

    /// <summary>The same table with models replaced or added, as a policy states them; of several entries for one model the first counts.</summary>
    public PriceTable With(IReadOnlyList<PriceOverride> overrides) =>
        overrides.Count == 0 ? this : new PriceTable($"{Version}+policy.{Digest(overrides)}", _models) { _overrides = overrides };

    /// <summary>Price of a model in any spelling; null when it is unknown.</summary>
    public ModelPrice? Find(string? model)
    {
        if (model is null)
            return null;
        return Override(model)?.Price ?? _models.GetValueOrDefault(NameOf(model));
    }

    /// <summary>
    /// An allocation by these prices, when the policy states one for a model of it: then the cost that was computed when it was recorded no longer holds. Its
    /// requests are not known any more, so the lower tier is taken.
    /// </summary>
    public Allocation Reprice(Allocation allocation)
    {
        if (!allocation.Models.Any(m => m.Model is { } model && Override(model) is not null))
            return allocation;
        decimal?[] costs = [.. allocation.Models.Select(m => Find(m.Model)?.Prices.CostOf(m.Usage))];
        return Array.TrueForAll(costs, c => c is not null)
            ? allocation with { CostComputed = costs.Sum(), PriceTable = Version }
            : allocation with { CostComputed = null, PriceTable = null };
    }

    /// <summary>
    /// Cost in USD of one response; null when the model or a class has no price. A total of a session is no request: whether its requests were long is unknown,
    /// so <paramref name="isRequest"/> false takes the lower tier.
    /// </summary>
    public decimal? CostOf(UsageRecord response, bool isRequest = true) =>
        Find(response.Model) is { } price ? isRequest ? price.CostOf(response.Usage) : price.Prices.CostOf(response.Usage) : null;

    /// <summary>Cost of a session, response by response.</summary>
    public SessionCost CostOf(AgentSession session)
    {
        decimal? computed = null;
        decimal? reported = null;
        long unpriced = 0;
        foreach (UsageRecord response in session.Responses)
        {
            if (response.ReportedCost is { } stated)
                reported = (reported ?? 0) + stated;
            if (CostOf(response, session.Exactness == Exactness.Exact) is { } cost)
                computed = (computed ?? 0) + cost;
            else
                unpriced += response.Usage.Total;
        }

        return new SessionCost(computed, reported, unpriced);
    }

    private PriceOverride? Override(string model)
    {
        string spelled = ModelName.Normalize(model) ?? model;
        return _overrides.FirstOrDefault(o => o.Models.Any(m => m.Matches(spelled) || m.Matches(NameOf(model))));
    }

    private static string Digest(IReadOnlyList<PriceOverride> overrides)
    {
        string text = string.Join('\n', overrides.Select(o => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', o.Models.Select(m => m.Pattern))} {o.Price}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant()[..8];
    }

    // A dated release costs what the model costs; the mark of a long context says nothing that the token counts do not.
    private static string NameOf(string model)
    {
        string name = (ModelName.Normalize(model) ?? model).Replace("[1m]", "", StringComparison.Ordinal);
        int provider = name.StartsWith("claude", StringComparison.Ordinal) ? -1 : name.IndexOf("claude-", StringComparison.Ordinal);
        if (provider > 0 && name[provider - 1] == '.')
            name = name[provider..];
        int version = name.LastIndexOf("-v", StringComparison.Ordinal);
        if (version > 0 && name.AsSpan(version + 2).IndexOfAnyExcept("0123456789:") < 0)
            name = name[..version];
        int date = name.LastIndexOfAny(['-', '@']);
        return date > 0 && name.Length - date == 9 && name.AsSpan(date + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? name[..date] : name;
    }
}
