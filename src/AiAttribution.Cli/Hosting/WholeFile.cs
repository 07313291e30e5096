using System.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>Writes a file aside and renames it: on a full disk the old one stays as it was, and no half file is left.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void Write(string path, string text, bool executable = false)
    {
        string aside = Aside(path, text, executable);
        Place(aside, path);
    }

    /// <summary>Writes the text into a new file beside <paramref name="path"/>, and gives the path of that.</summary>
    public static string Aside(string path, string text, bool executable = false)
    {
        string aside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(new UTF8Encoding(false).GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            if (executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, File.GetUnixFileMode(aside) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            return aside;
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Gives a file that was written aside its name.</summary>
    public static void Place(string aside, string path)
    {
        try
        {
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
