namespace AiAttribution.Git.Objects;

/// <summary>Follows a tag to its commit. Raw objects tell what they are by their first header; libgit2 would refuse a commit with a malformed date, and git for-each-ref follows one tag only.</summary>
internal static class TagTarget
{
    private const int LongestChain = 16;
    private const int MostBytes = 16 << 20;

    private static ReadOnlySpan<byte> CommitMark => "tree "u8;

    private static ReadOnlySpan<byte> TagMark => "object "u8;

    /// <summary>The commit that a reference names, itself or through tags; null when it names something else.</summary>
    public static ObjectId? Commit(IObjectReader objects, ObjectId id)
    {
        for (int step = 0; step < LongestChain; step++)
        {
            ReadOnlySpan<byte> content = objects.Read(id, MostBytes);
            if (content.StartsWith(CommitMark))
                return id;
            int end = TagMark.Length + objects.IdLength * 2;
            if (!content.StartsWith(TagMark) || content.Length < end || !ObjectId.TryParse(content[TagMark.Length..end], out id))
                return null;
        }

        return null;
    }
}
