using System.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Tasks;

/// <summary>Files that the task leaves behind.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> unless the file already holds it: a newer time alone would make the compiler run again.</summary>
    public static void WriteIfDifferent(string path, string text) => WriteIfDifferent(path, Utf8.GetBytes(text));

    private static void WriteIfDifferent(string path, byte[] bytes)
    {
        if (new FileInfo(path) is { Exists: true, LinkTarget: null } file && file.Length == bytes.Length && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
            return;
        SafeFile.Replace(path, bytes);
    }

    /// <summary>Leaves an empty file, or none where that cannot be: nothing that was in it before stays.</summary>
    public static void Empty(string path)
    {
        try
        {
            WriteIfDifferent(path, "");
        }
        catch (Exception)
        {
            TryDelete(path);
        }
    }

    /// <summary>Deletes a file. What cannot be deleted stays.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
        }
    }

    /// <summary>Writes a report where people may have put a link: it stays in the working tree.</summary>
    /// <exception cref="IOException">A link on the way leads out.</exception>
    public static void WriteReport(string path, string text) => WriteReport(path, Utf8.GetBytes(text));

    /// <summary>As <see cref="WriteReport(string, string)"/>.</summary>
    public static void WriteReport(string path, byte[] bytes) => WriteIfDifferent(SafeFile.Place(path), bytes);
}
