using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Lake;

/// <summary>A table of the lake: the columns of the envelope's table behind those that every row has, so that a row says what it is about by itself.</summary>
internal sealed class LakeTable
{
    private static readonly (string Name, string Type, Func<StagedEnvelope, object?> Of)[] Common =
    [
        ("repository", "VARCHAR", e => e.Envelope.Repository),
        ("project", "VARCHAR", e => e.Envelope.Head["project"] ?? ""),
        ("commit", "VARCHAR", e => e.Envelope.Head["commit"]),
        ("build", "VARCHAR", e => e.Envelope.Head["build"]),
        ("attempt", "BIGINT", e => e.Envelope.Head["attempt"]),
        ("branch", "VARCHAR", e => e.Envelope.Head["branch"]),
        ("day", "VARCHAR", e => e.Day),
        ("seen", "BIGINT", e => e.Seen),
        ("envelope", "VARCHAR", e => e.Id),
    ];

    private readonly EnvelopeTable _source;
    private readonly (string Name, string Type, Func<StagedEnvelope, object?> Of)[] _common;
    private readonly (string Name, string Type, Func<EnvelopeRow, object?> Of)[] _own;

    private LakeTable(EnvelopeTable source)
    {
        _source = source;
        _common = [.. Common.Where(c => source != EnvelopeTables.Build || source.IndexOf(c.Name) < 0 || c.Name == "project")];
        _own = [.. source.Columns.Select(Own).Where(c => source != EnvelopeTables.Build || c.Name is not ("v" or "rows" or "project")), .. Derived(source)];
        Columns = [.. _common.Select(c => (c.Name, c.Type)), .. _own.Select(c => (c.Name, c.Type))];
    }

    /// <summary>All tables.</summary>
    public static IReadOnlyList<LakeTable> All { get; } = [.. EnvelopeTables.All.Select(t => new LakeTable(t))];

    /// <summary>The table that has one row for each envelope.</summary>
    public static LakeTable Build => All[0];

    /// <summary>Its name.</summary>
    public string Name => _source.Name;

    /// <summary>Name and type in SQL of each column.</summary>
    public IReadOnlyList<(string Name, string Type)> Columns { get; }

    /// <summary>The columns that tell the rows of one envelope apart.</summary>
    public IEnumerable<string> Keys => _source.Columns.Where(c => c.IsKey).Select(c => c.Name);

    /// <summary>Whether a column may be null.</summary>
    public bool IsOptional(string column) => column != "project" && _source.Columns.Any(c => c.Name == column && c.IsOptional);

    /// <summary>The columns for a <c>create table</c>.</summary>
    public string Definition => string.Join(", ", Columns.Select(c => $"\"{c.Name}\" {c.Type}"));

    /// <summary>The rows of an envelope that belong here, each with a value for every column; the next row is in the same array.</summary>
    public IEnumerable<object?[]> RowsOf(StagedEnvelope envelope)
    {
        object?[] cells = [.. _common.Select(c => c.Of(envelope)), .. new object?[_own.Length]];
        foreach (EnvelopeRow row in _source == EnvelopeTables.Build ? [envelope.Envelope.Head] : envelope.Envelope.Rows)
        {
            if (!ReferenceEquals(row.Table, _source))
                continue;
            for (int i = 0; i < _own.Length; i++)
                cells[_common.Length + i] = _own[i].Of(row);
            yield return cells;
        }
    }

    private static (string Name, string Type, Func<EnvelopeRow, object?> Of) Own(EnvelopeColumn column, int index) => (column.Name, TypeOf(column.Kind), row => row.Values[index]);

    /// <summary>The month of a week is that of its Thursday.</summary>
    private static (string Name, string Type, Func<EnvelopeRow, object?> Of)[] Derived(EnvelopeTable source) =>
        source == EnvelopeTables.Outcome ? [("month", "VARCHAR", row => CellTimes.MonthOfWeek((string)row["week"]!))] : [];

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Count => "BIGINT",
        ColumnKind.Amount => "DECIMAL(18,6)",
        ColumnKind.Flag => "BOOLEAN",
        _ => "VARCHAR",
    };
}
