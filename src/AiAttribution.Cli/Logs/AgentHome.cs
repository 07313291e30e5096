namespace AiAttribution.Cli.Logs;

/// <summary>
/// The home folder that holds agents' logs, and the environment that can move them. Every platform's layout is looked for on every platform:
/// a home may be mounted from another one.
/// </summary>
internal sealed class AgentHome(string directory, Func<string, string?> environment)
{
    // They are the system's, and what an agent keeps below them need not be there.
    private static readonly string[] Common = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "TMP", "TEMP"];

    private readonly SortedSet<string> _astray = new(StringComparer.Ordinal);

    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The home of the user, with the environment of this process. Where there is none, as in some containers, a folder that does not exist: it holds no logs.</summary>
    public static AgentHome OfUser(string? repository = null) =>
        new(UserFolder(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify)), Environment.GetEnvironmentVariable) { Repository = repository };

    // Below a file nobody can make a folder.
    private static string UserFolder(string profile) => Path.IsPathFullyQualified(profile) ? profile : Path.Combine(Environment.ProcessPath ?? typeof(AgentHome).Assembly.Location, "no-home");

    /// <summary>A folder that looks like a home; the environment of this process says nothing about it.</summary>
    public static AgentHome At(string directory) => new(directory, _ => null);

    /// <summary>Working tree whose own logs are looked at too, for agents that log there.</summary>
    public string? Repository { get; init; }

    public string DataFolder => Variable("XDG_DATA_HOME") ?? In(".local", "share");

    public string ConfigFolder => Variable("XDG_CONFIG_HOME") ?? In(".config");

    public string In(params string[] parts) => Path.Combine([Directory, .. parts]);

    /// <summary>Variables that were asked for and lead nowhere.</summary>
    public IEnumerable<string> Astray => _astray;

    /// <summary>The path that an environment variable holds; null when it is not set or blank.</summary>
    public string? Variable(string name)
    {
        if (Value(name) is not { } value)
            return null;
        string path = Expanded(value);
        Check(name, path);
        return path;
    }

    /// <summary>The paths of a variable that lists folders with commas; a folder may have a comma in its own name.</summary>
    public IReadOnlyList<string> Folders(string variable)
    {
        if (Value(variable) is not { } value)
            return [];
        string[] folders = System.IO.Directory.Exists(Expanded(value)) ? [Expanded(value)]
            : [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Expanded)];
        foreach (string folder in folders)
            Check(variable, folder);
        return folders;
    }

    /// <summary>Where a desktop application keeps its data, on any platform.</summary>
    public IEnumerable<string> ApplicationFolders(string application)
    {
        yield return Path.Combine(ConfigFolder, application);
        yield return In("Library", "Application Support", application);
        yield return Path.Combine(Variable("APPDATA") ?? In("AppData", "Roaming"), application);
    }

    private string? Value(string variable) => environment(variable)?.Trim().Trim('"') is { Length: > 0 } value ? value : null;

    // A shell puts the home folder in the place of ~; the settings of a service or an editor do not.
    private string Expanded(string path) => path is "~" or ['~', '/' or '\\', ..] ? In(path[1..].TrimStart('/', '\\')) : path;

    private void Check(string variable, string path)
    {
        if (Array.IndexOf(Common, variable) < 0 && !Path.Exists(path))
            _astray.Add(variable);
    }

    /// <summary>A path as it may be printed: relative to the home, or the file's name alone.</summary>
    public string Printable(string path)
    {
        string relative = Path.GetRelativePath(Directory, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFileName(path)
            : "~/" + relative.Replace('\\', '/');
    }
}
