using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>The service tier of a thread's requests. A tier has prices of its own, so it makes a model of its own.</summary>
internal sealed class CodexTier
{
    private string? _tier;

    /// <summary>Settings that may state a tier; null states the standard one.</summary>
    public void Set(JsonElement settings)
    {
        JsonElement tier = settings.Get("service_tier");
        if (tier.ValueKind != JsonValueKind.Undefined)
            _tier = tier.AsText();
    }

    /// <summary>A model at the tier.</summary>
    public string? Of(string? model) => ModelSpelling.WithTier(model, _tier);
}
