namespace AiAttribution.Testing.Files;

/// <summary>A folder that is deleted at the end of the test, read-only files included.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "aia-" + Guid.NewGuid().ToString("N")[..12]);

    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        foreach (string file in Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            if (File.ResolveLinkTarget(file, returnFinalTarget: false) is null)
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
