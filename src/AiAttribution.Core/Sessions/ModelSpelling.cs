using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Sessions;

/// <summary>The ways in which vendors, clouds and gateways write one model. What a name adds to the model's own is taken away bit by bit, until somebody knows the rest.</summary>
internal static class ModelSpelling
{
    // Ends of the names of models at a tier that has prices of its own.
    public const string Fast = "-fast";
    public const string Priority = "-priority";
    public const string Flex = "-flex";
    public const string Batch = "-batch";
    public const string UsOnly = "-us";

    private const int MostSteps = 10;
    private const int LongestTier = 16;

    private static readonly string[] Tiers = [Fast, Priority, Flex, Batch, UsOnly];

    private static readonly string[] Gateways = ["databricks-", "azure-", "bedrock-", "vertex-", "openrouter-", "github-copilot-", "copilot-", "openai.", "openai-", "google.", "google-", "xai."];

    // How hard the model was to think does not change what a token costs; the mark of a long context says nothing that the counts do not.
    private static readonly string[] Endings = ["[1m]", ":thinking", ":beta", "-thinking", "-none", "-minimal", "-low", "-medium", "-extra-high", "-high", "-xhigh", "-max", "-ultra", "-default", "-latest", "@default", "@latest"];

    /// <summary>A model at a service tier: a tier that has a price of its own makes a model of its own, and so does one that nobody knows.</summary>
    public static string? WithTier(string? model, string? tier) => model is null ? null : tier?.ToLowerInvariant() switch
    {
        null or "" or "standard" or "default" or "auto" => model,
        "priority" or "fast" => model + Priority,
        "flex" => model + Flex,
        "batch" => model + Batch,
        { } other => model + Unknown("tier", other),
    };

    /// <summary>A model at a speed, likewise.</summary>
    public static string? WithSpeed(string? model, string? speed) => model is null ? null : speed?.ToLowerInvariant() switch
    {
        null or "" or "standard" => model,
        "fast" => model + Fast,
        { } other => model + Unknown("speed", other),
    };

    /// <summary>A model that may run in some places only, likewise.</summary>
    public static string? WithPlace(string? model, string? place) => model is null ? null : place?.ToLowerInvariant() switch
    {
        null or "" or "global" or "not_available" => model,
        "us" => model + UsOnly,
        { } other => model + Unknown("geo", other),
    };

    /// <summary>Names under which a model may be known, as it is written first, and the tiers that are to be added to each.</summary>
    public static IEnumerable<(string Name, string Tier)> Of(string model)
    {
        string? name = ModelName.Normalize(model) ?? model;
        string tier = "";
        for (int step = 0; name is not null && step < MostSteps; step++)
        {
            yield return (name, tier);
            if (Array.Find(Tiers, t => name.EndsWith(t, StringComparison.Ordinal)) is { } end)
                (name, tier) = (name[..^end.Length], end + tier);
            else
                name = Shorter(name);
        }
    }

    private static string Unknown(string kind, string value) =>
        $"-{kind}-{(value.Length <= LongestTier && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? value : "other")}";

    private static string? Shorter(string name)
    {
        if (Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } end)
            return name[..^end.Length];
        if (Release(name) is > 0 and int length)
            return name[..^length];
        string? bare = Array.Find(Gateways, gateway => name.StartsWith(gateway, StringComparison.Ordinal)) is { } gateway ? name[gateway.Length..] : AfterRegion(name);
        if (bare is not null)
            return ModelName.Normalize(bare);
        return Dotted(name);
    }

    // A release of the same model: -20250929, @20250929, -2026-04-23, Google's -001, and Bedrock's -v1:0 behind it.
    private static int Release(string name)
    {
        int version = name.LastIndexOf("-v", StringComparison.Ordinal);
        if (version > 0 && name.Length > version + 2 && name.AsSpan(version + 2).IndexOfAnyExcept("0123456789:") < 0)
            return name.Length - version;
        if (name.Length > 9 && name[^9] is '-' or '@' && IsDigits(name.AsSpan(name.Length - 8)))
            return 9;
        if (name.StartsWith("gemini-", StringComparison.Ordinal) && name.Length > 11 && name[^4] == '-' && IsDigits(name.AsSpan(name.Length - 3)) && name[^3] == '0')
            return 4;
        bool dated = name.Length > 11 && name[^11] == '-' && name[^6] == '-' && name[^3] == '-'
            && IsDigits(name.AsSpan(name.Length - 10, 4)) && IsDigits(name.AsSpan(name.Length - 5, 2)) && IsDigits(name.AsSpan(name.Length - 2));
        return dated ? 11 : 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    // Bedrock writes us.anthropic.claude-sonnet-4-5, with or without a region.
    private static string? AfterRegion(string name)
    {
        foreach (string vendor in (ReadOnlySpan<string>)["anthropic.", "openai.", "xai."])
        {
            int at = name.IndexOf(vendor, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && name[at - 1] == '.'))
                return name[(at + vendor.Length)..];
        }

        return null;
    }

    // Where dots are not allowed, gpt-5.5 is gpt-5-5.
    private static string? Dotted(string name)
    {
        if (name.StartsWith("claude", StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal))
            return null;
        for (int i = 1; i + 1 < name.Length; i++)
        {
            if (name[i] == '-' && char.IsAsciiDigit(name[i - 1]) && char.IsAsciiDigit(name[i + 1]))
                return string.Concat(name.AsSpan(0, i), ".", name.AsSpan(i + 1));
        }

        return null;
    }
}
