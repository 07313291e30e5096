using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Caching;

/// <summary>Commit records of a clone in one file, <c>KEY-commits.cache</c>, children before parents.</summary>
internal sealed class RecordFile(string folder, string key, int idLength)
{
    private readonly string _path = Path.Combine(folder, $"{key}-commits{CacheFile.Extension}");

    /// <summary>Bytes of an id.</summary>
    public int IdLength => idLength;

    /// <summary>All records; null when there is no file or it is damaged.</summary>
    public IReadOnlyList<CommitRecord>? Read()
    {
        if (CacheFile.Read(_path) is not { } bytes)
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            List<EvidenceStatement> statements = StatementTable.Read(reader);
            var records = new CommitRecord[reader.ReadInt32()];
            for (int i = 0; i < records.Length; i++)
                records[i] = ReadRecord(reader, statements);
            return records;
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public void Write(IReadOnlyList<CommitRecord> records)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            var statements = new StatementTable(records.SelectMany(record => record.Statements.Concat(record.NoteStatements)));
            statements.Write(writer);
            writer.Write(records.Count);
            foreach (CommitRecord record in records)
                WriteRecord(writer, record, statements);
        }

        CacheFile.Write(_path, stream.ToArray());
    }

    private void WriteRecord(BinaryWriter writer, CommitRecord record, StatementTable statements)
    {
        writer.Write(record.Node.Id.Span[..idLength]);
        writer.Write(record.Node.Tree.Span[..idLength]);
        writer.Write(record.Node.Time);
        writer.Write(record.Node.AuthorTime);
        writer.Write(record.Node.IsBoundary);
        writer.Write7BitEncodedInt(record.Node.Parents.Length);
        foreach (ObjectId parent in record.Node.Parents)
            writer.Write(parent.Span[..idLength]);
        statements.Write(writer, record.Statements);
        writer.Write7BitEncodedInt(record.Touched is null ? 0 : record.Touched.Length + 1);
        foreach (ulong name in record.Touched ?? [])
            writer.Write(name);
        writer.Write(record.Note is not null);
        if (record.Note is not { } note)
            return;
        writer.Write(note.Span[..idLength]);
        statements.Write(writer, record.NoteStatements);
        writer.Write7BitEncodedInt(record.NoteProblems.Count);
        foreach (string problem in record.NoteProblems)
            writer.Write(problem);
    }

    private CommitRecord ReadRecord(BinaryReader reader, List<EvidenceStatement> statements)
    {
        ObjectId id = ReadId(reader);
        ObjectId tree = ReadId(reader);
        long time = reader.ReadInt64();
        long authorTime = reader.ReadInt64();
        bool boundary = reader.ReadBoolean();
        int parentCount = reader.Read7BitEncodedInt();
        ObjectId[] parents = parentCount == 0 ? [] : new ObjectId[parentCount];
        for (int i = 0; i < parents.Length; i++)
            parents[i] = ReadId(reader);
        var node = new CommitNode(id, tree, parents, time, authorTime, boundary);
        EvidenceStatement[] own = StatementTable.Read(reader, statements);
        ulong[]? touched = ReadTouched(reader);
        if (!reader.ReadBoolean())
            return new CommitRecord(node, own, null, [], []) { Touched = touched };
        ObjectId note = ReadId(reader);
        EvidenceStatement[] noted = StatementTable.Read(reader, statements);
        var problems = new string[reader.Read7BitEncodedInt()];
        for (int i = 0; i < problems.Length; i++)
            problems[i] = reader.ReadString();
        return new CommitRecord(node, own, note, noted, problems) { Touched = touched };
    }

    private static ulong[]? ReadTouched(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        if (count == 0)
            return null;
        var touched = new ulong[Math.Min(count - 1, reader.BaseStream.Length)];
        for (int i = 0; i < touched.Length; i++)
            touched[i] = reader.ReadUInt64();
        return touched;
    }

    private ObjectId ReadId(BinaryReader reader)
    {
        Span<byte> id = stackalloc byte[idLength];
        reader.BaseStream.ReadExactly(id);
        return new ObjectId(id);
    }
}
