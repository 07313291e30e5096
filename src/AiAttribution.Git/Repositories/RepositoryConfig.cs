namespace AiAttribution.Git.Repositories;

/// <summary>
/// The few settings of a repository that decide whether it can be read. Read as text, because libgit2 refuses to open a repository with an extension it does not know,
/// and opens a partial clone without a word.
/// </summary>
internal sealed class RepositoryConfig
{
    private const int MostBytes = 1 << 20;
    private const string RemotePrefix = "remote ";

    private readonly List<Setting> _settings = [];

    public static RepositoryConfig Read(RepositoryLayout layout)
    {
        var config = new RepositoryConfig();
        config.Add(Path.Combine(layout.CommonDirectory, "config"));
        config.Add(Path.Combine(layout.GitDirectory, "config.worktree"));
        return config;
    }

    /// <summary>A remote that holds objects back: the clone is partial.</summary>
    public bool IsPartialClone => _settings.Any(s =>
        (s.Section == "extensions" && s.Key == "partialclone")
        || (s.Section.StartsWith(RemotePrefix, StringComparison.Ordinal) && ((s.Key == "promisor" && IsTrue(s.Value)) || s.Key == "partialclonefilter")));

    /// <summary>Names of the remotes, as configured (lower case), <c>origin</c> first.</summary>
    public IReadOnlyList<string> Remotes =>
        [.. _settings.Where(s => s.Key == "url" && s.Section.StartsWith(RemotePrefix, StringComparison.Ordinal))
            .Select(s => s.Section[RemotePrefix.Length..])
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name != "origin")
            .ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Extensions that are not left to libgit2: all but <c>noop</c>.</summary>
    public IEnumerable<string> UnsupportedExtensions => _settings
        .Where(s => s.Section == "extensions" && s.Key != "noop")
        .Select(s => $"{s.Key}={s.Value}");

    /// <summary>False when <c>core.useReplaceRefs</c> turns replacements off.</summary>
    public bool UsesReplacements => !_settings.Any(s => s.Section == "core" && s.Key == "usereplacerefs" && !IsTrue(s.Value));

    private void Add(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length > MostBytes)
            return;
        string section = "";
        foreach (string raw in File.ReadLines(file))
        {
            string line = raw.Trim();
            int close = line.StartsWith('[') ? line.IndexOf(']', StringComparison.Ordinal) : -1;
            if (close > 0)
            {
                section = line[1..close].Replace("\"", "", StringComparison.Ordinal).Trim().ToLowerInvariant();

                // A setting may stand on the same line.
                line = line[(close + 1)..].Trim();
            }

            if (line.Length > 0 && line[0] is not ('#' or ';'))
                _settings.Add(Parse(section, line));
        }
    }

    private static Setting Parse(string section, string line)
    {
        int equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new Setting(section, line.ToLowerInvariant(), "true")
            : new Setting(section, line[..equals].Trim().ToLowerInvariant(), line[(equals + 1)..].Split('#', ';')[0].Trim().Trim('"'));
    }

    private static bool IsTrue(string value) => value.ToLowerInvariant() is "true" or "yes" or "on" or "1";

    private sealed record Setting(string Section, string Key, string Value);
}
