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

    /// <summary>Folder in the inbox for envelopes of a day, whenever they arrive.</summary>
    /// <param name="sender">Folder of those that may put envelopes there; null for all.</param>
    /// <param name="day">The day, as <c>2026-10-05</c>.</param>
    public string InboxOf(string? sender, string day) => Path.Combine([Inbox, .. sender is null ? (string[])[] : [sender], Version, .. day.Split('-')]);
}
