namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Where consecutive lines of a file of the scanned commit come from. Lines are 0-based.</summary>
/// <param name="HeadLine">First line in the scanned commit.</param>
/// <param name="Count">Number of lines.</param>
/// <param name="Commit">Index of the commit in the walk; -1 when the walk was not followed that far; -2 when a content could not be read.</param>
/// <param name="Path">Path in that commit.</param>
/// <param name="Line">First line in that commit's content.</param>
internal readonly record struct LineOrigin(int HeadLine, int Count, int Commit, string Path, int Line)
{
    public const int NotFollowed = -1;
    public const int Unreadable = -2;
}
