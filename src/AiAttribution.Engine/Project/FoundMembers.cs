using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;

namespace AiAttribution.Engine.Project;

/// <summary>The content of <c>KEY-members.cache</c>. The versions of engine and compiler are part of the key.</summary>
/// <param name="Searched">Commit and folder whose files were all searched the last time that was done; empty before.</param>
/// <param name="ByText">Packed members by what they were found in.</param>
internal sealed record FoundMembers(string Searched, Dictionary<MemberKey, ReadOnlyMemory<byte>> ByText)
{
    private static readonly Codec Packed = new();

    public static FoundMembers None => new("", []);

    /// <summary>Nothing when there is no file or it is damaged.</summary>
    public static FoundMembers Read(string path) => CacheFile.Read(path, Packed) ?? None;

    /// <summary>Writes the file if that is possible.</summary>
    public void Write(string path) => CacheFile.Write(path, Packed, this);

    private sealed class Codec : CacheCodec<FoundMembers>
    {
        public override void Write(CompactWriter writer, FoundMembers value)
        {
            writer.Unique(value.Searched);
            writer.List(value.ByText, found =>
            {
                writer.Fixed(found.Key.High);
                writer.Fixed(found.Key.Low);
                writer.Block(found.Value.Span);
            });
        }

        public override FoundMembers Read(CompactReader reader)
        {
            FoundMembers found = new(reader.Unique(), []);
            foreach ((MemberKey key, ReadOnlyMemory<byte> members) in reader.List(() => (new MemberKey(reader.Fixed64(), reader.Fixed64()), reader.Block())))
                found.ByText[key] = members;
            return found;
        }
    }
}
