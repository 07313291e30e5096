namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Consecutive lines of a version that became consecutive lines of a file of the scanned commit. Lines are 0-based.</summary>
/// <param name="Line">First line in the version at hand.</param>
/// <param name="Count">Number of lines.</param>
/// <param name="File">Index of the file among the heads of its group.</param>
/// <param name="HeadLine">First line in that file.</param>
internal readonly record struct LineSegment(int Line, int Count, int File, int HeadLine)
{
    public int End => Line + Count;

    /// <summary>The part between two lines of the version, moved by <paramref name="shift"/> to another version.</summary>
    public LineSegment Part(int start, int end, int shift = 0) => new(start + shift, end - start, File, HeadLine + (start - Line));
}
