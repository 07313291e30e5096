using System.Text.Json;
using AiAttribution.Core.Sessions.Pricing;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>prices</c>: what models cost here; the first entry that names a model wins over the table inside the product.</summary>
internal static class PricesSection
{
    public static PolicyKey Key { get; } = new("prices", Read, PriceEntry.Shape(new PriceEntry.Draft()), IsList: true);

    private static void Read(JsonValue value, PolicyDraft draft)
    {
        if (value.Type == JsonTokenType.StartArray)
            draft.Policy = draft.Policy with { Prices = [.. value.Items.Select(item => PriceEntry.Read(item, draft)).OfType<PriceOverride>()] };
        else
            draft.Report(value.Position, "prices must be a list of objects such as { \"models\": [\"house-*\"], \"input\": 3, \"output\": 15 }.");
    }
}
