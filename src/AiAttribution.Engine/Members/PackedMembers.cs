using AiAttribution.Core.Members;
using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Members;

/// <summary>The members of one file as bytes: they stay so until somebody asks for that file.</summary>
internal static class PackedMembers
{
    public static byte[] Pack(IReadOnlyList<Member> members)
    {
        var writer = new CompactWriter();
        writer.List(members, member => Write(writer, member));
        return writer.Written.ToArray();
    }

    /// <returns>Null when the bytes are no members.</returns>
    public static IReadOnlyList<Member>? Unpack(ReadOnlyMemory<byte> bytes)
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

    private static Member Read(CompactReader reader)
    {
        string name = reader.Unique();
        string qualified = reader.Unique();
        return new Member(name, reader.Count(), reader.Count(), reader.Count(), reader.Count(), reader.List(reader.Count)) { QualifiedName = qualified };
    }
}
