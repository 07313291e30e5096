namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>Reads the session records that one kind of tool leaves in git. A format is added by one file, its line in <see cref="RecordedFormats"/> and its fixture.</summary>
internal interface IRecordedFormat
{
    /// <summary>What the records are called.</summary>
    RecordSource Source { get; }

    /// <summary>References whose trees hold records, full names in which <c>*</c> stands for anything; none when the attributed commit itself holds them.</summary>
    IReadOnlyList<string> References { get; }

    /// <summary>Folders of the tree that hold all records, from its root; an empty name is the root.</summary>
    IReadOnlyList<string> Folders { get; }

    /// <summary>A larger file is not read.</summary>
    int MaximumBytes { get; }

    /// <summary>Whether a path of a tree may hold records.</summary>
    bool IsRecord(string path);

    /// <summary>Reads all files together, in the order of paths. Throws nothing for their content: what cannot be read becomes a problem.</summary>
    void Read(IReadOnlyList<RecordedFile> files, RecordedReading reading);
}
