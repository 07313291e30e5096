using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>Prices by model. A model that is not in it has no cost: that is unknown, not zero.</summary>
public sealed class PriceTable
{
    private readonly Dictionary<string, ModelPrice> _models;

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

    /// <summary>The same table with models replaced or added, as a policy states them.</summary>
    public PriceTable With(IReadOnlyDictionary<string, ModelPrice> overrides) =>
        overrides.Count == 0 ? this : new PriceTable(Version + "+policy", _models.Concat(overrides));

    /// <summary>Price of a model in any spelling; null when it is unknown.</summary>
    public ModelPrice? Find(string? model) => model is null ? null : _models.GetValueOrDefault(NameOf(model));

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
