using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>JSON in which a key stands twice says one thing to one reader and another to the next, so what is signed must not have any.</summary>
internal static class UniqueKeys
{
    /// <exception cref="FormatException">A key stands twice in an object; the message is a phrase that names it.</exception>
    public static void Demand(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string?>();
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (!seen.Add(SafeJson.Name(property)))
                    throw new FormatException($"the key '{Cut.At(Printable.Of(property.Name), 80)}' stands twice in one object of it");
                Demand(property.Value);
            }
        }
        else
        {
            foreach (JsonElement item in element.Items())
                Demand(item);
        }
    }
}
