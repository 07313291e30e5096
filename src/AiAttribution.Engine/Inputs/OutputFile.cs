namespace AiAttribution.Engine.Inputs;

/// <summary>Files that somebody else may be writing.</summary>
internal static class OutputFile
{
    /// <summary>Bytes of a file; null when it is gone or cannot be read.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
