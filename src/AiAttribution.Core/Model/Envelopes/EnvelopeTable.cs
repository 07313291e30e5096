using System.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>What a cell holds.</summary>
internal enum ColumnKind
{
    /// <summary>Text of at most 300 characters.</summary>
    Label,

    /// <summary>A whole number that is not negative.</summary>
    Count,

    /// <summary>A decimal number that is not negative.</summary>
    Amount,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day, as <c>2026-10-05</c>.</summary>
    Day,

    /// <summary>A month, as <c>2026-10</c>.</summary>
    Month,

    /// <summary>A time in UTC, as <c>2026-10-05T12:00:00Z</c>.</summary>
    Time,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, in envelopes, Parquet files and SQL alike.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record EnvelopeColumn(string Name, ColumnKind Kind)
{
    /// <summary>Whether it is part of what tells the rows of one envelope apart.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it may be left out, which says that it is not known.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The words that it may hold; null for any text.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The name as JSON has it.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);
}

/// <summary>A table of a fleet: what one kind of row says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record EnvelopeTable(string Name, params EnvelopeColumn[] Columns)
{
    /// <summary>Whether a project may say it, too; else only a whole repository, so that nothing is counted twice.</summary>
    public bool IsOfProjects { get; init; }

    /// <summary>Places of the columns that tell the rows of one envelope apart.</summary>
    public IReadOnlyList<int> Keys { get; } = [.. Enumerable.Range(0, Columns.Length).Where(c => Columns[c].IsKey)];

    /// <summary>Place of a column; -1 for one that is not there.</summary>
    public int IndexOf(string column) => Array.FindIndex(Columns, c => c.Name == column);
}
