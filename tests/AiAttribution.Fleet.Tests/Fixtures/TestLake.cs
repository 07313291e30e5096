using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Verbs;
using AiAttribution.Testing.Files;

namespace AiAttribution.Fleet.Tests.Fixtures;

/// <summary>A lake in a temporary folder, used as a user does: by the command line.</summary>
internal sealed class TestLake : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestLake(string settings = "{}")
    {
        Run("init", "lake");
        File.WriteAllText(Path.Combine(Root, "fleet.json"), settings);
    }

    public string Folder => _folder.Path;

    public string Root => Path.Combine(_folder.Path, "lake");

    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>The environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public void Dispose() => _folder.Dispose();

    public (int ExitCode, string Out, string Error) Run(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int exitCode = FleetTool.RunAsync(arguments, new ToolConsole(Folder, output, error, ShowsProgress: false) { Variable = Variables.GetValueOrDefault }).GetAwaiter().GetResult();
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a verb on the lake.</summary>
    public (int ExitCode, string Out, string Error) Do(string verb, params string[] arguments) => Run([verb, .. arguments, "--lake", "lake"]);

    /// <summary>Puts envelopes into the inbox as a pipeline does: by copying files.</summary>
    public TestLake Send(params Envelope[] envelopes)
    {
        foreach (Envelope envelope in envelopes)
            Drop(EnvelopeBuilder.FileOf(envelope));
        return this;
    }

    /// <summary>Puts bytes into the inbox; without a name under that of their digest.</summary>
    public string Drop(byte[] bytes, string? name = null)
    {
        string file = Path.Combine(Inbox, name ?? EnvelopePack.NameOf(bytes));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    /// <summary>What the lake answers, as CSV.</summary>
    public string Ask(string sql)
    {
        (int exitCode, string output, string error) = Do("query", "--format", "csv", sql);
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    /// <summary>All of the lake's rows.</summary>
    public string Tables()
    {
        var lake = new LakeFolder(Root);
        using LakeView view = LakeView.Open(lake, new EnvelopeGate(FleetSettingsReader.Read(lake.SettingsFile), DateTimeOffset.UtcNow), null, default);
        return string.Join('\n', EnvelopeTables.All.SelectMany(t => view.Ask($"select * from {t.Name} order by all").Select(r => $"{t.Name} {string.Join(',', r.Cells)}")));
    }

    /// <summary>All files of the pages by name.</summary>
    public SortedDictionary<string, string> Pages(params string[] options)
    {
        (int exitCode, _, string error) = Do("report", ["--output", "site", .. options]);
        Assert.Equal((0, ""), (exitCode, error));
        return Site();
    }

    /// <summary>All files of the pages that are there, by name.</summary>
    public SortedDictionary<string, string> Site() =>
        new(Directory.GetFiles(Path.Combine(Folder, "site")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText), StringComparer.Ordinal);
}
