using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>One content of a file during a stretch of history: from the commit that made it to the last that still had it.</summary>
internal sealed class FileVersion(string path, ObjectId blob)
{
    private FileVersion? _sameAs;

    public string Path { get; } = path;

    public ObjectId Blob { get; } = blob;

    /// <summary>Index of the commit that made this content; -1 when history was not followed that far because nothing further back matters.</summary>
    public int Commit { get; set; } = -1;

    /// <summary>Contents that this one was made from, in order of the commit's parents.</summary>
    public List<FileVersion> Origins { get; } = [];

    /// <summary>Attribution of this content where an earlier scan has it; null when history must be followed.</summary>
    public KnownFile? Known { get; set; }

    /// <summary>Lines that the commit only moved, ascending, with the version they stood in before; empty unless moves are followed.</summary>
    public List<(int NewLine, int Count, FileVersion From, int OldLine)> Moves { get; } = [];

    /// <summary>Every version that lines of this one can come from.</summary>
    public IEnumerable<FileVersion> Sources => Origins.Concat(Moves.Select(move => move.From));

    /// <summary>Whether lines that nothing else made may come from a content that is missing, so that they are not known to be of <see cref="Commit"/>.</summary>
    public bool IsOpen { get; set; }

    /// <summary>True when lines of this version can end in a commit that matters.</summary>
    public bool Matters { get; set; }

    /// <summary>The version that stands for this one when two branches met with the same file.</summary>
    public FileVersion Resolved
    {
        get
        {
            FileVersion version = this;
            while (version._sameAs is { } next)
                version = next;
            return version;
        }
    }

    public void BecomeSameAs(FileVersion other) => _sameAs = other;
}
