using System.Globalization;
using System.Numerics;
using System.Text;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>Rows as TabSeparatedWithNamesAndTypes, a form that old and current servers write.</summary>
internal static class TabText
{
    public const string Format = "TabSeparatedWithNamesAndTypes";

    private const string Null = "\\N";

    /// <summary>These are numbers of one byte there, and flags in the lake.</summary>
    private static readonly HashSet<string> Flags = [.. LakeTable.All.SelectMany(t => t.Columns).Where(c => c.Type == "BOOLEAN").Select(c => c.Name)];

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IEnumerable<LakeRow> Read(TextReader text)
    {
        if (text.ReadLine() is not { } first)
            yield break;
        string[] names = [.. first.Split('\t').Select(Plain)];
        string[] types = [.. text.ReadLine()?.Split('\t').Select(t => TypeOf(Plain(t))) ?? []];
        if (types.Length != names.Length)
            throw new FormatException("it has no types");
        while (text.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells.Length != names.Length)
                throw new FormatException("a row is cut off");
            yield return new LakeRow(names, [.. cells.Select((cell, i) => Value(names[i], types[i], cell))]);
        }
    }

    private static object? Value(string name, string type, string cell) => type switch
    {
        _ when cell == Null => null,
        "UInt8" when Flags.Contains(name) => cell == "1",
        "Bool" => cell == "true",
        _ when type.StartsWith("Float", StringComparison.Ordinal) => double.Parse(cell, CultureInfo.InvariantCulture),
        _ when type.StartsWith("Int", StringComparison.Ordinal) || type.StartsWith("UInt", StringComparison.Ordinal) => Whole(cell),
        _ when type.StartsWith("Decimal(", StringComparison.Ordinal) => type.EndsWith(" 0)", StringComparison.Ordinal) ? Whole(cell) : decimal.Parse(cell, CultureInfo.InvariantCulture),
        _ => Plain(cell),
    };

    private static BigInteger Whole(string cell) => BigInteger.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string TypeOf(string type)
    {
        foreach (string around in new[] { "LowCardinality(", "Nullable(" })
        {
            if (type.StartsWith(around, StringComparison.Ordinal))
                type = type[around.Length..^1];
        }

        return type;
    }

    private static string Plain(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
            return cell;
        var plain = new StringBuilder(cell.Length);
        for (int i = 0; i < cell.Length; i++)
        {
            plain.Append(cell[i] != '\\' || i + 1 == cell.Length ? cell[i] : cell[++i] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                '0' => '\0',
                var other => other,
            });
        }

        return plain.ToString();
    }
}
