using System.CommandLine;
using AiAttribution.Fleet.ClickHouse;
using AiAttribution.Fleet.Lake;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>export</c>: the rows of the lake for another engine.</summary>
internal static class ExportVerb
{
    private const string Locked = "export.lock";

    public static Command Create(ToolConsole console)
    {
        const string example = "ai-attribution-fleet export clickhouse --lake lake --url http://127.0.0.1:8123";
        Option<string> folder = LakeOptions.Lake();
        Option<string?> cluster = new("--cluster") { Description = "Cluster of the servers' remote_servers; needed where they make up more than one.", HelpName = "NAME" };
        var servers = new ClickHouseOptions();
        var verb = new VerbCommand(
            "clickhouse",
            "Load what is compacted into ClickHouse: one server, or all servers of a cluster, each named by --url. Only what is new is loaded; it may be broken off and run again, and what is read meanwhile is the state before.",
            example,
            "ai-attribution-fleet export clickhouse --lake lake --url http://10.0.0.1:8123 --url http://10.0.0.2:8123 --url http://10.0.0.3:8123 --credentials clickhouse.txt",
            "ai-attribution-fleet report --lake lake --from clickhouse --url http://10.0.0.1:8123 --output site")
        {
            folder, cluster,
        };
        servers.AddTo(verb);
        verb.SetAction((parsed, cancel) =>
        {
            (LakeFolder lake, _) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using FileStream own = Lock(lake);
            IReadOnlyList<ClickHouseServer> named = servers.Servers(console, parsed, cancel);
            foreach (ClickHouseServer server in named)
                server.Greet();
            var layout = Layout.Find(named, parsed.GetValue(cluster));
            var manifest = Manifest.Newest(lake);
            using var progress = new LineProgress(console, "rows");
            Exported done = new Export(lake, layout, named[0].Database).Run(manifest, progress, cancel);
            console.Out.Write($"{done.Rows:N0} rows loaded in {Count(done.Parts, "part")}, {Number(done.Kept)} there already, {Number(done.Removed)} removed; {manifest.Parts.Sum(p => p.Rows):N0} rows of manifest {manifest.Number} published {(layout.Cluster is null ? $"on {named[0].Name}" : $"on {Count(layout.Shards.Count, "shard")} of cluster '{layout.Cluster}'{(layout.IsReplicated ? ", replicated" : "")}")}\n");
            return Task.FromResult(ExitCode.Pass);
        });
        return new VerbCommand("export", "Load the lake into another engine.", example) { verb };
    }

    private static FileStream Lock(LakeFolder lake)
    {
        Directory.CreateDirectory(lake.Scratch);
        try
        {
            return new FileStream(Path.Combine(lake.Scratch, Locked), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ToolException("another export of this lake is at work: wait for it.");
        }
    }
}
