using System.Text;
using AiAttribution.Git.Caching;

namespace AiAttribution.Git.Members;

/// <summary>The content of <c>KEY-members.cache</c>. The versions of engine and compiler are part of the key, so the form may change freely.</summary>
/// <param name="Searched">Commit and folder whose files were all searched the last time that was done; empty before.</param>
/// <param name="ByText">Packed members by what they were found in.</param>
internal sealed record FoundMembers(string Searched, Dictionary<MemberKey, byte[]> ByText)
{
    public static FoundMembers None => new("", []);

    /// <summary>Nothing when there is no file or it is damaged.</summary>
    public static FoundMembers Read(string path)
    {
        if (CacheFile.Read(path) is not { } bytes)
            return None;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            FoundMembers found = new(reader.ReadString(), []);
            while (reader.BaseStream.Position < bytes.Length)
                found.ByText[new MemberKey(reader.ReadUInt64(), reader.ReadUInt64())] = reader.ReadBytes(reader.Read7BitEncodedInt());
            return found;
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or OverflowException)
        {
            return None;
        }
    }

    /// <summary>Writes the file if that is possible.</summary>
    public void Write(string path)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Searched);
            foreach ((MemberKey key, byte[] members) in ByText)
            {
                writer.Write(key.High);
                writer.Write(key.Low);
                writer.Write7BitEncodedInt(members.Length);
                writer.Write(members);
            }
        }

        CacheFile.Write(path, stream.ToArray());
    }
}
