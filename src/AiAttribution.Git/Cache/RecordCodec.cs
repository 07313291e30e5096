using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Cache;

/// <summary>Commit records of a clone, children before parents.</summary>
/// <param name="idLength">Bytes of an id.</param>
internal sealed class RecordCodec(int idLength) : CacheCodec<IReadOnlyList<CommitRecord>>
{
    public override void Write(CompactWriter writer, IReadOnlyList<CommitRecord> value)
    {
        var statements = new StatementTable();
        writer.List(value, record => Write(writer, record, statements));
    }

    public override IReadOnlyList<CommitRecord> Read(CompactReader reader)
    {
        var statements = new StatementTable();
        return reader.List(() => ReadRecord(reader, statements));
    }

    private void Write(CompactWriter writer, CommitRecord record, StatementTable statements)
    {
        WriteId(writer, record.Node.Id);
        WriteId(writer, record.Node.Tree);
        writer.List(record.Node.Parents, parent => WriteId(writer, parent));
        writer.Number(record.Node.Time);
        writer.Number(record.Node.AuthorTime);
        writer.Flag(record.Node.IsBoundary);
        statements.Write(writer, record.Statements);
        writer.List(record.Restores, reference => Write(writer, reference));
        writer.Number(record.Request ?? -1);
        writer.Flag(record.Touched is not null);
        if (record.Touched is { } touched)
            writer.List(touched, writer.Fixed);
        writer.Flag(record.Note is not null);
        if (record.Note is not { } note)
            return;
        WriteId(writer, note);
        statements.Write(writer, record.NoteStatements);
        writer.Flag(record.NoteIsOpen);
        writer.List(record.NoteTroubles, trouble =>
        {
            writer.Flag(trouble.IsForeign);
            writer.Text(trouble.Reference);
            writer.Text(trouble.Text);
        });
    }

    private CommitRecord ReadRecord(CompactReader reader, StatementTable statements)
    {
        var node = new CommitNode(ReadId(reader), ReadId(reader), reader.List(() => ReadId(reader)), reader.Number(), reader.Number(), reader.Flag());
        EvidenceStatement[] own = statements.Read(reader);
        CommitReference[] restores = reader.List(() => new CommitReference(reader.Name(), reader.Flag()));
        int? request = reader.Number() is >= 0 and <= int.MaxValue and var number ? (int)number : null;
        ulong[]? touched = reader.Flag() ? reader.List(reader.Fixed64) : null;
        if (!reader.Flag())
            return new CommitRecord(node, own, null, [], []) { Restores = restores, Request = request, Touched = touched };
        ObjectId note = ReadId(reader);
        EvidenceStatement[] said = statements.Read(reader);
        bool isOpen = reader.Flag();
        return new CommitRecord(node, own, note, said, reader.List(() => new NoteTrouble(reader.Flag(), reader.Name(), reader.Name()))) { Restores = restores, Request = request, Touched = touched, NoteIsOpen = isOpen };
    }

    private static void Write(CompactWriter writer, CommitReference reference)
    {
        writer.Text(reference.Id);
        writer.Flag(reference.TakesBack);
    }

    private void WriteId(CompactWriter writer, ObjectId id) => writer.Bytes(id.Span[..idLength]);

    private ObjectId ReadId(CompactReader reader) => new(reader.Bytes(idLength));
}
