using System.Globalization;
using System.Numerics;

namespace AiAttribution.Fleet.Lake;

/// <summary>
/// Answers questions about the tables of a lake, whichever engine holds them. A text of SQL that all of them take has sums by CASE, GROUP BY, HAVING, IN, derived tables, UNION ALL and
/// COALESCE, no alias with the name of a column, no WITH and no window; ranks and medians are made of the rows.
/// </summary>
internal interface ILakeEngine : IDisposable
{
    /// <summary>How much of the lake the answers leave out, to be shown beside each; null when it is all there.</summary>
    string? Partial { get; }

    /// <summary>The rows of a query.</summary>
    IEnumerable<LakeRow> Ask(string sql);
}

/// <summary>A row of an answer.</summary>
/// <param name="Names">Names of its columns.</param>
/// <param name="Cells">Its values: text, flags, numbers, null.</param>
internal sealed record LakeRow(IReadOnlyList<string> Names, IReadOnlyList<object?> Cells)
{
    public string Text(int column) => (string)Cells[column]!;

    public string? TextOrNull(int column) => (string?)Cells[column];

    public bool IsNull(int column) => Cells[column] is null;

    public bool Flag(int column) => Cells[column] is bool flag ? flag : !Number(column).IsZero;

    /// <summary>An amount; null is 0.</summary>
    public decimal Amount(int column) => Cells[column] switch
    {
        null => 0,
        BigInteger big => (decimal)big,
        var small => Convert.ToDecimal(small, CultureInfo.InvariantCulture),
    };

    /// <summary>A whole number; sums have 128 bits. Null is 0.</summary>
    public BigInteger Number(int column) => Cells[column] is BigInteger big ? big : new BigInteger(Amount(column));
}
