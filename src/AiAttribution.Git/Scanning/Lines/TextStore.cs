using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Contents cut into lines, the last few kept: a version is compared as the new side and soon after as the old one.</summary>
/// <param name="read">Reads a content of at most so many bytes.</param>
/// <param name="equality">Which lines are equal.</param>
internal sealed class TextStore(Func<ObjectId, int, byte[]?> read, LineEquality equality)
{
    /// <summary>Contents that files had, of which some may be missing.</summary>
    public TextStore(GitRepository repository, LineEquality equality)
        : this(repository.Contents.Read, equality)
    {
    }

    /// <summary>A larger source file is left unknown.</summary>
    public const int MostBytes = 64 << 20;

    private const int Kept = 6;

    private readonly LinkedList<(ObjectId Blob, LineText? Text)> _recent = new();

    /// <summary>Lines of a content; null when it is missing or too large.</summary>
    public LineText? Read(ObjectId blob)
    {
        for (LinkedListNode<(ObjectId Blob, LineText? Text)>? node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Blob != blob)
                continue;
            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Text;
        }

        LineText? text = read(blob, MostBytes) is { } bytes ? LineText.Cut(bytes, equality) : null;
        _recent.AddFirst((blob, text));
        if (_recent.Count > Kept)
            _recent.RemoveLast();
        return text;
    }
}
