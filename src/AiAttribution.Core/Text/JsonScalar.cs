using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace AiAttribution.Core.Text;

/// <summary>Writes the cell of a table, of whatever kind, as a JSON value.</summary>
internal static class JsonScalar
{
    /// <summary>Writes it: a whole number of any size as it is, a decimal one without zeros at its end, what JSON knows no form for as text.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal amount:
                json.WriteNumberValue(Shortest(amount));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                json.WriteRawValue(Text(value));
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>A cell as text, the same in every country.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        decimal amount => Shortest(amount).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // How many zeros stand behind the last digit differs with the engine that counted.
    private static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;
}
