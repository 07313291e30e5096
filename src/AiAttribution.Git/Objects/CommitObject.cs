using System.Globalization;
using System.Text;
using AiAttribution.Core.Evidence;

namespace AiAttribution.Git.Objects;

/// <summary>A commit as stored. Headers that the product has no use for are not kept.</summary>
internal sealed class CommitObject
{
    private CommitObject(ObjectId tree, ObjectId[] parents, Person author, Person committer, string message)
    {
        Tree = tree;
        Parents = parents;
        Author = author;
        Committer = committer;
        Message = message;
    }

    public ObjectId Tree { get; }

    public ObjectId[] Parents { get; }

    public Person Author { get; }

    public Person Committer { get; }

    public string Message { get; }

    public CommitFacts Facts(string id) => new(id, Author.Name, Author.Email, Committer.Name, Committer.Email, Message);

    /// <summary>Reads a commit object (git's format: header lines, empty line, message).</summary>
    /// <exception cref="FormatException">Not a commit.</exception>
    public static CommitObject Parse(ReadOnlySpan<byte> bytes)
    {
        ObjectId tree = default;
        var parents = new List<ObjectId>(2);
        ReadOnlySpan<byte> author = default;
        ReadOnlySpan<byte> committer = default;
        Encoding? declared = null;
        while (!bytes.IsEmpty && bytes[0] != '\n')
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (line.StartsWith("tree "u8) && ObjectId.TryParse(line[5..], out ObjectId treeId))
                tree = treeId;
            else if (line.StartsWith("parent "u8) && ObjectId.TryParse(line[7..], out ObjectId parent))
                parents.Add(parent);
            else if (line.StartsWith("author "u8))
                author = line[7..];
            else if (line.StartsWith("committer "u8))
                committer = line[10..];
            else if (line.StartsWith("encoding "u8))
                declared = Find(Encoding.ASCII.GetString(line[9..]));
        }

        if (tree.IsNull)
            throw new FormatException("the object has no tree header");
        ReadOnlySpan<byte> message = bytes.IsEmpty ? bytes : bytes[1..];
        return new CommitObject(tree, [.. parents], Person.Parse(author, declared), Person.Parse(committer, declared), Decode(message, declared));
    }

    /// <summary>Text in the declared encoding; without one UTF-8, and Latin-1 when it is not valid UTF-8, so that no byte is lost.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (declared is not null)
            return declared.GetString(bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Name, e-mail and time of a header; never leaves the evidence classifier.</summary>
    internal readonly record struct Person(string Name, string Email, long Time)
    {
        public static Person Parse(ReadOnlySpan<byte> line, Encoding? declared)
        {
            int open = line.IndexOf((byte)'<');
            int close = line.LastIndexOf((byte)'>');
            if (open < 0 || close < open)
                return new Person(Decode(line, declared).Trim(), "", 0);
            string rest = Encoding.ASCII.GetString(line[(close + 1)..]).Trim();
            int space = rest.IndexOf(' ', StringComparison.Ordinal);
            _ = long.TryParse(space < 0 ? rest : rest[..space], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long time);
            return new Person(Decode(line[..open], declared).Trim(), Decode(line[(open + 1)..close], declared).Trim(), time);
        }
    }
}
