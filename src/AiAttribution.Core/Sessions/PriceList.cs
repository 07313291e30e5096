using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Core.Sessions;

/// <summary>
/// The vendors' list prices: <c>prices.tsv</c> beside this file, which is part of this assembly. Its first lines say what stands in it; the name of the list is made of its
/// content, so that it changes with every price.
/// </summary>
internal static class PriceList
{
    private const int DigestLength = 6;

    /// <summary>Reads the list inside the product.</summary>
    public static (string Version, IEnumerable<KeyValuePair<string, DatedPrice>> Prices) BuiltIn()
    {
        using Stream stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.tsv") ?? throw new InvalidOperationException("the price list is missing");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    public static (string Version, IEnumerable<KeyValuePair<string, DatedPrice>> Prices) Read(string text)
    {
        string[][] rows = [.. text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
        PriceRow[] prices = [.. rows.Skip(1).Select(cells => new PriceRow(rows[0], cells))];
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(cells => string.Join('\t', cells))))));
        string version = $"{prices.Max(row => row["seen"])}.{digest[..DigestLength].ToLowerInvariant()}";
        return (version, prices.SelectMany(row => row["models"].Split(' ').Select(model => KeyValuePair.Create(model, row.Price()))));
    }

    /// <summary>A line by the names of its columns; empty cells at its end need not be written.</summary>
    private sealed class PriceRow(string[] names, string[] cells)
    {
        public string this[string column] => Array.IndexOf(names, column) is >= 0 and int index && index < cells.Length ? cells[index] : "";

        public DatedPrice Price()
        {
            var prices = new TokenPrices(Needed("input"), Needed("output"), Number("cache_read"), Number("cache_write_5m"), Number("cache_write_1h"));
            return new DatedPrice(Day("from"), Day("until"), new ModelPrice(prices)
            {
                LongContext = Number("long_over") is null ? null : prices.Times(Needed("long_input"), Needed("long_output")),
                LongContextFrom = (long)(Number("long_over") ?? long.MaxValue),
                Priority = Number("priority"),
                Flex = Number("flex"),
                UsOnly = Number("us_only"),
                WebSearches = Number("search_1000"),
            });
        }

        private decimal Needed(string column) => Number(column) ?? throw new FormatException($"prices of '{this["models"]}': {column} is missing");

        private decimal? Number(string column)
        {
            if (this[column].Length == 0)
                return null;
            return decimal.TryParse(this[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? number
                : throw new FormatException($"prices of '{this["models"]}': {column} is no number");
        }

        private DateOnly? Day(string column)
        {
            if (this[column].Length == 0)
                return null;
            return DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day
                : throw new FormatException($"prices of '{this["models"]}': {column} is no day");
        }
    }
}
