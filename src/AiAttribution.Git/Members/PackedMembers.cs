using System.Text;
using AiAttribution.Core.Members;

namespace AiAttribution.Git.Members;

/// <summary>The members of one file as bytes.</summary>
internal static class PackedMembers
{
    public static byte[] Pack(IReadOnlyList<Member> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            foreach (Member member in members)
                Write(writer, member);
        }

        return stream.ToArray();
    }

    /// <returns>Null when the bytes are no members.</returns>
    public static IReadOnlyList<Member>? Unpack(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            var members = new List<Member>();
            while (reader.BaseStream.Position < bytes.Length)
                members.Add(Read(reader, bytes.Length));
            return members;
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, Member member)
    {
        writer.Write(member.Name);
        writer.Write(member.QualifiedName);
        writer.Write7BitEncodedInt(member.Line);
        writer.Write7BitEncodedInt(member.Column);
        writer.Write7BitEncodedInt(member.FirstLine);
        writer.Write7BitEncodedInt(member.LastLine);
        writer.Write7BitEncodedInt(member.CodeLines.Count);
        foreach (int line in member.CodeLines)
            writer.Write7BitEncodedInt(line);
    }

    private static Member Read(BinaryReader reader, int mostLines)
    {
        string name = reader.ReadString();
        string qualified = reader.ReadString();
        int line = reader.Read7BitEncodedInt();
        int column = reader.Read7BitEncodedInt();
        int first = reader.Read7BitEncodedInt();
        int last = reader.Read7BitEncodedInt();
        int count = reader.Read7BitEncodedInt();
        // Each line takes a byte at least, so damaged bytes cannot ask for more memory than they are.
        int[] code = count <= mostLines ? new int[count] : throw new FormatException("more lines than bytes");
        for (int i = 0; i < code.Length; i++)
            code[i] = reader.Read7BitEncodedInt();
        return new Member(name, line, column, first, last, code) { QualifiedName = qualified };
    }
}
