namespace AiAttribution.Fleet.Lake;

/// <summary>The folder of a lake: settings, inbox, Parquet files.</summary>
/// <param name="Root">Full path.</param>
internal sealed record LakeFolder(string Root)
{
    private const string Version = "v1";

    /// <summary>Groups, budgets, who may speak for whom.</summary>
    public string SettingsFile => Path.Combine(Root, "fleet.json");

    /// <summary>Where envelopes arrive; any folder, also one that is mounted or synchronised.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Root of the Parquet files.</summary>
    public string Tables => Path.Combine(Root, "lake", Version);

    /// <summary>What is published, newest number last.</summary>
    public string Manifests => Path.Combine(Tables, "_manifest");

    /// <summary>Room for the engine's own files while it works.</summary>
    public string Scratch => Path.Combine(Root, "lake", ".work");

    /// <summary>The folder of a lake that is there.</summary>
    /// <exception cref="ToolException">It is none, or of another version.</exception>
    public static LakeFolder Open(string root)
    {
        var lake = new LakeFolder(root);
        if (!File.Exists(lake.SettingsFile))
            throw new ToolException($"'{root}' is no lake: it has no fleet.json. Make one: ai-attribution-fleet init {root}");
        string folder = Path.GetDirectoryName(lake.Tables)!;
        return Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "v*").Select(Path.GetFileName).FirstOrDefault(v => v != Version) is { } other
            ? throw new ToolException($"'{folder}' is of version {other}, and this tool knows {Version}: dotnet tool update --global AiAttribution.Fleet")
            : lake;
    }

    /// <summary>What tells this lake from all others, wherever it is moved.</summary>
    public string Identity()
    {
        string file = Path.Combine(Manifests, "lake-id.txt");
        Directory.CreateDirectory(Manifests);
        if (!File.Exists(file))
        {
            string aside = Path.Combine(Manifests, $".{Guid.NewGuid():N}.tmp");
            File.WriteAllText(aside, $"{Guid.NewGuid():N}\n");
            File.Move(aside, file, overwrite: false);
        }

        return Guid.TryParse(File.ReadAllText(file).Trim(), out Guid id) ? id.ToString("N") : throw new ToolException($"'{file}' is damaged. Put it back from a copy; or delete it, drop the database that the lake was exported to, and export again.");
    }

    /// <summary>Folder in the inbox for envelopes of a day, whenever they arrive.</summary>
    /// <param name="sender">Folder of those that may put envelopes there; null for all.</param>
    /// <param name="day">The day, as <c>2026-10-05</c>.</param>
    public string InboxOf(string? sender, string day) => Path.Combine([Inbox, .. sender is null ? (string[])[] : [sender], Version, .. day.Split('-')]);
}
