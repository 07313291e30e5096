using AiAttribution.Core.Members;
using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Project;

/// <summary>What was found in one file as bytes: they stay so until somebody asks for that file.</summary>
internal static class PackedMembers
{
    /// <summary>Members.</summary>
    public static Packed<Member> Members { get; } = new(0, Write, ReadMember);

    /// <summary>Lines in which no member is looked for.</summary>
    public static Packed<UnsearchedLines> Unsearched { get; } = new(
        1,
        (writer, lines) =>
        {
            writer.Number(lines.First);
            writer.Number(lines.Last);
            writer.Flag(lines.IsGenerated);
        },
        reader => new UnsearchedLines(reader.Count(), reader.Count(), reader.Flag()));

    /// <summary>Attributes that suppress one of our codes.</summary>
    public static Packed<Suppression> Suppressions { get; } = new(2, Write, ReadSuppression);

    public static byte[] Pack(IReadOnlyList<Member> members) => Members.Pack(members);

    /// <returns>Null when the bytes are no members.</returns>
    public static IReadOnlyList<Member>? Unpack(ReadOnlyMemory<byte> bytes) => Members.Unpack(bytes);

    private static void Write(CompactWriter writer, Member member)
    {
        writer.Unique(member.Name);
        writer.Unique(member.QualifiedName);
        writer.Number(member.Line);
        writer.Number(member.Column);
        writer.Number(member.FirstLine);
        writer.Number(member.LastLine);
        writer.List(member.CodeLines, line => writer.Number(line));
    }

    private static Member ReadMember(CompactReader reader)
    {
        string name = reader.Unique();
        string qualified = reader.Unique();
        return new Member(name, reader.Count(), reader.Count(), reader.Count(), reader.Count(), reader.List(reader.Count)) { QualifiedName = qualified };
    }

    private static void Write(CompactWriter writer, Suppression suppression)
    {
        writer.Text(suppression.Code);
        writer.Text(suppression.Justification);
        writer.Number(suppression.Line);
        writer.Number(suppression.FirstLine);
        writer.Number(suppression.LastLine);
        writer.Text(suppression.Target);
        writer.Text(suppression.Declaration);
    }

    private static Suppression ReadSuppression(CompactReader reader) =>
        new(reader.Name(), reader.Text(), reader.Count(), reader.Count(), reader.Count(), reader.Text()) { Declaration = reader.Text() };
}

/// <summary>How one kind of find is packed.</summary>
/// <typeparam name="T">What is found.</typeparam>
/// <param name="Kind">Number of the kind.</param>
/// <param name="Write">Writes one.</param>
/// <param name="Read">Reads one.</param>
internal sealed record Packed<T>(uint Kind, Action<CompactWriter, T> Write, Func<CompactReader, T> Read)
{
    public byte[] Pack(IReadOnlyList<T> found)
    {
        var writer = new CompactWriter();
        writer.List(found, one => Write(writer, one));
        return writer.Written.ToArray();
    }

    /// <returns>Null when the bytes are none.</returns>
    public IReadOnlyList<T>? Unpack(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new CompactReader(bytes);
            return reader.List(() => Read(reader));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
