namespace AiAttribution.Git.Cache;

/// <summary>Folders and files that nobody but the user can write or read. A folder that is there already is taken only when that holds for it.</summary>
internal static class PrivateFolder
{
    /// <summary>Name of our folder, wherever it stands.</summary>
    internal const string Name = "ai-attribution";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes a folder in the user's own cache folder: <c>ai-attribution</c> in <c>XDG_CACHE_HOME</c>, else where the system keeps caches.</summary>
    /// <param name="names">Names of the folder and of those that it stands in.</param>
    /// <returns>Null when there is no home, or the folder must not or cannot be used.</returns>
    public static string? OfUser(params string[] names) => In(UserCaches(), names);

    /// <summary>Makes a folder in a folder of caches.</summary>
    /// <param name="caches">Full path; anything else gives null.</param>
    /// <param name="names">Names of the folder and of those that it stands in.</param>
    internal static string? In(string? caches, params string[] names)
    {
        string? folder = Path.IsPathFullyQualified(caches ?? "") ? Make(Path.Combine(caches!, Name)) : null;
        foreach (string name in names)
            folder = folder is null ? null : Make(Path.Combine(folder, name));
        return folder;
    }

    /// <summary>Makes a folder.</summary>
    /// <returns>The folder; null when a link stands in its place, others can write in it, it is another user's, or it cannot be written.</returns>
    public static string? Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
            if (new DirectoryInfo(path).LinkTarget is not null || !Claim(path))
                return null;
            using (new FileStream(Path.Combine(path, $".write-{Path.GetRandomFileName()}"), Options(FileOptions.DeleteOnClose)))
                return path;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a folder that is there can be believed: no link stands in its place, and nobody else can write in it.</summary>
    public static bool IsOwned(string path) =>
        new DirectoryInfo(path) is { Exists: true, LinkTarget: null } && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0);

    /// <summary>Makes a file that must not be there yet, to write it.</summary>
    /// <exception cref="IOException">It is there, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static FileStream Create(string path) => new(path, Options(FileOptions.None));

    // Only the owner can set the mode: for anybody else this throws.
    private static bool Claim(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        if ((File.GetUnixFileMode(path) & Others) != 0)
            return false;
        File.SetUnixFileMode(path, Owner | UnixFileMode.UserExecute);
        return true;
    }

    private static FileStreamOptions Options(FileOptions options)
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = options };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = Owner;
        return file;
    }

    private static string? UserCaches()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured)
            return configured;
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0 ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache") : null;
    }
}
