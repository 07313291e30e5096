namespace AiAttribution.Git.Repositories;

/// <summary>
/// The few settings of a repository that decide whether it can be read. Read as text, because libgit2 refuses to open a repository with an extension it does not know,
/// and opens a partial clone without a word.
/// </summary>
internal sealed class RepositoryConfig
{
    private const int MostBytes = 1 << 20;
    private const int DeepestInclude = 10;
    private const int MostFiles = 64;

    private readonly List<ConfigSetting> _settings = [];
    private readonly string[] _includable;
    private int _files;

    private RepositoryConfig(string[] includable) => _includable = includable;

    /// <summary>The settings of a repository and what they include from its git directory and the user's home; what git makes depend on a condition is left out.</summary>
    public static RepositoryConfig Read(RepositoryLayout layout)
    {
        var config = new RepositoryConfig([layout.CommonDirectory, layout.GitDirectory, Home]);
        config.Add(Path.Combine(layout.CommonDirectory, "config"), 0);
        config.Add(Path.Combine(layout.GitDirectory, "config.worktree"), 0);
        return config;
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>A remote that holds objects back: the clone is partial.</summary>
    public bool IsPartialClone => _settings.Any(s =>
        (s.Section == "extensions" && s.Key == "partialclone")
        || (s.Section == "remote" && ((s.Key == "promisor" && IsTrue(s.Value)) || s.Key == "partialclonefilter")));

    /// <summary>Whether it says that there is no working tree.</summary>
    public bool IsBare => _settings.LastOrDefault(s => s.Section == "core" && s.Key == "bare") is { } bare && IsTrue(bare.Value);

    /// <summary>Whether the working tree leaves out files of the commit on purpose.</summary>
    public bool IsSparse => _settings.LastOrDefault(s => s.Section == "core" && s.Key == "sparsecheckout") is { } sparse && IsTrue(sparse.Value);

    /// <summary>Names of the remotes, as configured, <c>origin</c> first.</summary>
    public IReadOnlyList<string> Remotes =>
        [.. _settings.Where(s => s.Key == "url" && s.Section == "remote")
            .Select(s => s.Subsection)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name != "origin")
            .ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Address of a remote, as configured; null when it has none.</summary>
    public string? Address(string remote) => _settings.FirstOrDefault(s => s.Key == "url" && s.Section == "remote" && s.Subsection == remote)?.Value;

    /// <summary>Extensions that are not left to libgit2: all but <c>noop</c>, and <c>partialclone</c>, of which it is told (<see cref="LibGit2Opener"/>).</summary>
    public IEnumerable<string> UnsupportedExtensions => _settings
        .Where(s => s.Section == "extensions" && s.Key is not ("noop" or LibGit2Opener.PartialClone))
        .Select(s => $"{s.Key}={s.Value}");

    /// <summary>False when <c>core.useReplaceRefs</c> turns replacements off.</summary>
    public bool UsesReplacements => !_settings.Any(s => s.Section == "core" && s.Key == "usereplacerefs" && !IsTrue(s.Value));

    private void Add(string file, int depth)
    {
        if (++_files > MostFiles || Text(file) is not { } text)
            return;
        foreach (ConfigSetting setting in ConfigText.Parse(text))
        {
            if (setting is not { Section: "include", Subsection: null, Key: "path" })
                _settings.Add(setting);
            else if (depth < DeepestInclude && Included(setting.Value, file) is { } included)
                Add(included, depth + 1);
        }
    }

    /// <summary>Full path of an included file; null when it is neither in the git directory nor at home, where git itself keeps configurations.</summary>
    private string? Included(string path, string from)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            return null;
        string full = path.StartsWith("~/", StringComparison.Ordinal) ? Path.GetFullPath(path[2..], Home) : Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(from))!);
        return _includable.Any(folder => folder.Length > 0 && full.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) ? full : null;
    }

    private static string? Text(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return info.Exists && info.Length <= MostBytes ? File.ReadAllText(file) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsTrue(string value) => value.ToLowerInvariant() is "true" or "yes" or "on" or "1";
}
