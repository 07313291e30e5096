using System.Text;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Files that a build or a user asks for. What is written in a working tree stays in it, and a disk that is full leaves what was there.</summary>
internal static class SafeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text where no link on the way leads out of the working tree.</summary>
    /// <param name="path">Full path; its folder is made.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">A link leads out, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void Write(string path, string text) => Replace(Place(path), Utf8.GetBytes(text));

    /// <summary>Where a file of that path is written.</summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="IOException">A link leads out.</exception>
    public static string Place(string path) =>
        RealPath.Inside(path) ?? throw new IOException($"'{path}' leads out of the repository over a link; take the link away, or name another folder");

    /// <summary>Writes aside and puts the file in its place. A link in its place is replaced, not followed.</summary>
    /// <param name="path">Full path; its folder is made.</param>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void Replace(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
                stream.Write(bytes);
            KeepMode(path, aside);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
            throw;
        }
    }

    private static void KeepMode(string path, string aside)
    {
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null })
            File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
    }
}
