using AiAttribution.Core.Evidence;

namespace AiAttribution.Git.Caching;

/// <summary>Statements written once and referred to by number: thousands of commits say the same.</summary>
internal sealed class StatementTable
{
    private readonly Dictionary<EvidenceStatement, int> _numbers = [];

    public StatementTable(IEnumerable<EvidenceStatement> statements)
    {
        foreach (EvidenceStatement statement in statements)
            _numbers.TryAdd(statement, _numbers.Count);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_numbers.Count);
        foreach (EvidenceStatement statement in _numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key))
        {
            writer.Write7BitEncodedInt((int)statement.Kind);
            writer.Write7BitEncodedInt((int)statement.Grade);
            writer.Write(statement.Agent);
            writer.Write(statement.Model ?? "");
            writer.Write(statement.Session?.Provider ?? "");
            writer.Write(statement.Session?.Id ?? "");
            writer.Write(statement.Source);
        }
    }

    public void Write(BinaryWriter writer, IReadOnlyList<EvidenceStatement> statements)
    {
        writer.Write7BitEncodedInt(statements.Count);
        foreach (EvidenceStatement statement in statements)
            writer.Write7BitEncodedInt(_numbers[statement]);
    }

    public static List<EvidenceStatement> Read(BinaryReader reader)
    {
        var statements = new List<EvidenceStatement>();
        for (int count = reader.Read7BitEncodedInt(); count > 0; count--)
            statements.Add(ReadOne(reader));
        return statements;
    }

    public static EvidenceStatement[] Read(BinaryReader reader, List<EvidenceStatement> table)
    {
        int count = reader.Read7BitEncodedInt();
        EvidenceStatement[] statements = count == 0 ? [] : new EvidenceStatement[count];
        for (int i = 0; i < statements.Length; i++)
            statements[i] = table[reader.Read7BitEncodedInt()];
        return statements;
    }

    private static EvidenceStatement ReadOne(BinaryReader reader)
    {
        var kind = (EvidenceKind)reader.Read7BitEncodedInt();
        var grade = (EvidenceGrade)reader.Read7BitEncodedInt();
        string agent = reader.ReadString();
        string model = reader.ReadString();
        string provider = reader.ReadString();
        string id = reader.ReadString();
        SessionKey? session = provider.Length > 0 ? new SessionKey(provider, id) : null;
        return new EvidenceStatement(kind, grade, agent, model.Length > 0 ? model : null, session, reader.ReadString());
    }
}
