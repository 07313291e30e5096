using System.Text;

namespace AiAttribution.Tasks;

/// <summary>Files that the task leaves behind.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> unless the file already holds it: a newer time alone would make the compiler run again.</summary>
    public static void WriteIfDifferent(string path, string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        if (File.Exists(path) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
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
}
