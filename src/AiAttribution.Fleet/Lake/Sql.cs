namespace AiAttribution.Fleet.Lake;

/// <summary>Pieces of SQL.</summary>
internal static class Sql
{
    /// <summary>A text in quotes.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A list of texts in parentheses.</summary>
    public static string List(IEnumerable<string> texts) => $"({string.Join(", ", texts.Select(Text))})";

    /// <summary>Name of the table that holds what is not in the lake yet.</summary>
    public static string Stage(LakeTable table) => "new_" + table.Name;

    /// <summary>Rows of Parquet files, by full paths.</summary>
    public static string Files(IEnumerable<string> paths) => $"read_parquet([{string.Join(", ", paths.Select(Text))}], union_by_name=true, hive_partitioning=false)";
}
