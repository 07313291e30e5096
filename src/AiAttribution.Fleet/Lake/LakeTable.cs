using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Lake;

/// <summary>A table of the lake: the columns of the envelope's table behind those that every row has, so that a row says what it is about by itself.</summary>
internal sealed class LakeTable
{
    private readonly EnvelopeTable _source;

    private LakeTable(EnvelopeTable source)
    {
        _source = source;
        IEnumerable<(string, string, Func<StagedEnvelope, EnvelopeRow, object?>)> own = source.Columns
            .Where(c => source != EnvelopeTables.Build || c.Name is not ("v" or "rows" or "project"))
            .Select(c => (c.Name, TypeOf(c.Kind), (Func<StagedEnvelope, EnvelopeRow, object?>)((_, row) => row[c.Name])));
        Columns = [.. Common().Where(c => source != EnvelopeTables.Build || source.IndexOf(c.Name) < 0 || c.Name == "project"), .. own, .. Derived(source)];
    }

    /// <summary>All tables.</summary>
    public static IReadOnlyList<LakeTable> All { get; } = [.. EnvelopeTables.All.Select(t => new LakeTable(t))];

    /// <summary>The table that has one row for each envelope.</summary>
    public static LakeTable Build => All[0];

    /// <summary>Its name.</summary>
    public string Name => _source.Name;

    /// <summary>Name, type in SQL and value of each column.</summary>
    public IReadOnlyList<(string Name, string Type, Func<StagedEnvelope, EnvelopeRow, object?> Of)> Columns { get; }

    /// <summary>The columns that tell the rows of one envelope apart.</summary>
    public IEnumerable<string> Keys => _source.Columns.Where(c => c.IsKey).Select(c => c.Name);

    /// <summary>Whether a column may be null.</summary>
    public bool IsOptional(string column) => column != "project" && _source.Columns.Any(c => c.Name == column && c.IsOptional);

    /// <summary>The columns for a <c>create table</c>.</summary>
    public string Definition => string.Join(", ", Columns.Select(c => $"\"{c.Name}\" {c.Type}"));

    /// <summary>The rows of an envelope that belong here.</summary>
    public IEnumerable<EnvelopeRow> RowsOf(Envelope envelope) => _source == EnvelopeTables.Build ? [envelope.Head] : envelope.Rows.Where(r => r.Table == _source);

    private static IEnumerable<(string Name, string Type, Func<StagedEnvelope, EnvelopeRow, object?> Of)> Common() =>
    [
        ("repository", "VARCHAR", (e, _) => e.Envelope.Repository),
        ("project", "VARCHAR", (e, _) => e.Envelope.Head["project"] ?? ""),
        ("commit", "VARCHAR", (e, _) => e.Envelope.Head["commit"]),
        ("build", "VARCHAR", (e, _) => e.Envelope.Head["build"]),
        ("attempt", "BIGINT", (e, _) => e.Envelope.Head["attempt"]),
        ("branch", "VARCHAR", (e, _) => e.Envelope.Head["branch"]),
        ("day", "VARCHAR", (e, _) => e.Day),
        ("seen", "BIGINT", (e, _) => e.Seen),
        ("envelope", "VARCHAR", (e, _) => e.Id),
    ];

    /// <summary>The month of a week is that of its Thursday.</summary>
    private static IEnumerable<(string Name, string Type, Func<StagedEnvelope, EnvelopeRow, object?> Of)> Derived(EnvelopeTable source) =>
        source == EnvelopeTables.Outcome ? [("month", "VARCHAR", (_, row) => CellTimes.MonthOfWeek((string)row["week"]!))] : [];

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Count => "BIGINT",
        ColumnKind.Amount => "DECIMAL(18,6)",
        ColumnKind.Flag => "BOOLEAN",
        _ => "VARCHAR",
    };
}
