namespace AiAttribution.Core.Policy.Waivers;

/// <summary>Lines that a waiver in the code covers.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>; one that ends with it is a folder, and <c>/</c> alone the repository.</param>
/// <param name="First">First line, 1-based; 0 for a folder.</param>
/// <param name="Last">Last line, 1-based; 0 for a folder.</param>
public sealed record WaivedLines(string Path, int First, int Last)
{
    /// <summary>Whether they have a line of a file.</summary>
    public bool Contain(string? path, int line) => path is not null
        && (Path.EndsWith('/') ? Path == "/" || path.StartsWith(Path, StringComparison.Ordinal) : Path == path && line >= First && line <= Last);
}
