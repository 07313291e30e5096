using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Snapshot;

/// <summary>The <c>key=value</c> fields of one record. Values are escaped as <c>%</c> and four hexadecimal digits.</summary>
internal sealed class SnapshotFields
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public IReadOnlyList<KeyValuePair<string, string>> All => _fields;

    public string? this[string key]
    {
        get
        {
            foreach (KeyValuePair<string, string> field in _fields)
            {
                if (field.Key == key)
                    return field.Value;
            }

            return null;
        }
    }

    /// <summary>Fields of a record without its first word; null when one of them is malformed.</summary>
    public static SnapshotFields? Parse(string record)
    {
        SnapshotFields fields = new();
        foreach (string field in record.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = field.IndexOf('=');
            if (equals <= 0 || Unescape(field, equals + 1) is not string value)
                return null;
            fields._fields.Add(new(field.Substring(0, equals), value));
        }

        return fields;
    }

    public static void Append(StringBuilder output, string key, string? value)
    {
        if (value is null)
            return;
        output.Append(' ').Append(key).Append('=');
        foreach (char c in value)
        {
            if (c is > ' ' and < '\u007f' and not '%')
                output.Append(c);
            else
                output.Append('%').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A whole number of at least zero; null when the field is missing or is none.</summary>
    public int? Number(string key) =>
        int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Index of a field's value among words; -1 when the field is missing or is none of them.</summary>
    public int Word(string key, string[] words) => this[key] is { Length: > 0 } value ? Array.IndexOf(words, value) : -1;

    private static string? Unescape(string field, int start)
    {
        if (field.IndexOf('%', start) < 0)
            return field.Substring(start);
        StringBuilder value = new();
        for (int i = start; i < field.Length; i++)
        {
            if (field[i] != '%')
            {
                value.Append(field[i]);
                continue;
            }

            if (i + 4 >= field.Length
                || !ushort.TryParse(field.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
                return null;
            value.Append((char)unit);
            i += 4;
        }

        return value.ToString();
    }
}
