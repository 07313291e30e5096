using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Files that somebody else may be writing.</summary>
internal static class OutputFile
{
    private const long MostBytes = 256 << 20;

    /// <summary>Bytes of a file of an output folder, where no link is followed; null when it is gone, too large, or cannot be read.</summary>
    public static byte[]? Read(string path) => BoundedFile.ReadThere(path, MostBytes).Bytes;
}
