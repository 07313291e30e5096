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

    /// <summary>Where a file of that path is written: in the folder that it leads to, where a link of its own name is replaced.</summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="IOException">A link leads out, or into git's folder.</exception>
    public static string Place(string path) => RealPath.Inside(path) is not null
        ? Path.Join(RealPath.Of(Path.GetDirectoryName(path)!), Path.GetFileName(path))
        : throw new IOException($"'{path}' leads out of the repository, or into git's folder, over a link; take the link away, or name another folder");

    /// <summary>Writes aside and puts the file in its place. A link in its place is replaced, not followed.</summary>
    /// <param name="path">Full path; its folder is made.</param>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void Replace(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = Aside(path, bytes);
        try
        {
            KeepMode(path, aside);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Writes a new file beside that of a path, and gives its path. Nothing stays of one that cannot be written.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="bytes">All of the file.</param>
    /// <param name="toDisk">Whether to wait until the disk has it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static string Aside(string path, byte[] bytes, bool toDisk = false)
    {
        string aside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write);
            stream.Write(bytes);
            stream.Flush(toDisk);
            return aside;
        }
        catch (Exception problem)
        {
            File.Delete(aside);
            if (IsTooLarge(problem))
                throw new IOException($"'{path}' cannot be written: the disk or the user's limit takes no file of {bytes.Length} bytes", problem);
            throw;
        }
    }

    /// <summary>Whether that is what .NET makes of a file that grows above the limit of its user or its disk.</summary>
    public static bool IsTooLarge(Exception problem) => problem is ArgumentOutOfRangeException;

    private static void KeepMode(string path, string aside)
    {
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null })
            File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
    }
}
