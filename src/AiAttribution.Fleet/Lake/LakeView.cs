using System.Data.Common;
using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Lake;

/// <summary>A lake as it is read: what is published, and what lies in the inbox and is not compacted yet, so that an answer never waits for a compaction.</summary>
internal sealed class LakeView : ILakeEngine
{
    private readonly Duck _duck;

    private LakeView(Duck duck, Manifest manifest) => (_duck, Manifest) = (duck, manifest);

    /// <summary>What is published.</summary>
    public Manifest Manifest { get; }

    /// <summary>What is not.</summary>
    public InboxReading Inbox { get; private set; } = new([], [], [], false);

    /// <summary>Opens a lake; its tables are views by their names.</summary>
    /// <param name="lake">The folder.</param>
    /// <param name="gate">What may enter.</param>
    /// <param name="progress">Told how many envelopes of the inbox were read.</param>
    /// <param name="cancel">Ends the work.</param>
    public static LakeView Open(LakeFolder lake, EnvelopeGate gate, IProgress<int>? progress, CancellationToken cancel)
    {
        Manifest manifest = Manifest.Newest(lake);
        var view = new LakeView(new Duck(lake), manifest);
        try
        {
            using (Stage stage = view._duck.CreateStage())
                view.Inbox = new Inbox(lake, gate).Read(manifest, stage.Add, int.MaxValue, progress, cancel);
            view.Create(lake);
            return view;
        }
        catch
        {
            view.Dispose();
            throw;
        }
    }

    public string? Partial => null;

    public IEnumerable<LakeRow> Ask(string sql)
    {
        string[]? names = null;
        foreach (DbDataReader row in _duck.Rows(sql))
        {
            names ??= [.. Enumerable.Range(0, row.FieldCount).Select(row.GetName)];
            yield return new LakeRow(names, [.. Enumerable.Range(0, names.Length).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))]);
        }
    }

    /// <summary>From here on the engine reads the lake and nothing else: no other file, no network, no setting.</summary>
    public void Close(LakeFolder lake) => _duck.Run($"SET allowed_directories=[{Sql.Text(lake.Tables)}]; SET enable_external_access=false; SET lock_configuration=true");

    public void Dispose() => _duck.Dispose();

    private void Create(LakeFolder lake)
    {
        bool isStaged = Inbox.Envelopes.Count > 0;
        _duck.Run($"CREATE TABLE loser AS {(isStaged ? Winners.Losers($"({Union(lake, LakeTable.Build)})") : "SELECT '' AS envelope LIMIT 0")}");
        foreach (LakeTable table in LakeTable.All)
            _duck.Run($"CREATE VIEW \"{table.Name}\" AS SELECT * FROM ({Union(lake, table)}){(isStaged ? " ANTI JOIN loser USING (envelope)" : "")}");
    }

    private string Union(LakeFolder lake, LakeTable table)
    {
        string[] parts = [.. Manifest.Parts.Where(p => p.Table == table.Name).Select(p => Path.Combine(lake.Tables, p.File))];
        string fresh = $"SELECT * FROM \"{Sql.Stage(table)}\"";
        return parts.Length == 0 ? fresh : $"SELECT * FROM {Sql.Files(parts)} UNION ALL BY NAME {fresh}";
    }
}
