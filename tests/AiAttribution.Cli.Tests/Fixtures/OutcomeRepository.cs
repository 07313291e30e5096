using System.Globalization;
using System.Text.Json;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>A repository whose commits are days apart, and what production ran of it. Day 0 is 2026-01-01.</summary>
internal sealed class OutcomeRepository : IDisposable
{
    public const string ByAgent = "Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 23, 0, 0, TimeSpan.Zero);

    private readonly List<string> _records = [];
    private int _day;

    public OutcomeRepository()
    {
        Git.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        Type("Base", 20).Land(0).Deploy(0);
    }

    public TestRepository Git { get; } = new();

    public void Dispose() => Git.Dispose();

    /// <summary>Writes a file with one type of so many fields: with the line that names it one effective line more.</summary>
    public OutcomeRepository Type(string name, int fields, string? path = null) => File(path ?? $"{name}.cs", Text(name, fields));

    public static string Text(string name, int fields) =>
        $"class {name}\n{{\n{string.Concat(Enumerable.Range(0, fields).Select(i => $"    int {name.ToLowerInvariant()}{i} = {i};\n"))}}}\n";

    public OutcomeRepository File(string path, string text)
    {
        Git.Write(path, text);
        return this;
    }

    public OutcomeRepository Delete(string path)
    {
        System.IO.File.Delete(Path.Combine(Git.Root, path));
        return this;
    }

    public OutcomeRepository Land(int day, string message = "Work", string author = "Dev <dev@example.com>")
    {
        Git.Wait(day - _day);
        _day = day;
        Git.Commit(message, author);
        return this;
    }

    /// <summary>Production runs a commit from a day on.</summary>
    public OutcomeRepository Deploy(int day, string revision = "HEAD", string status = "success", string environment = "production", string service = "", string? version = null)
    {
        _records.Add(JsonSerializer.Serialize(new
        {
            v = 1,
            source = "manual",
            sourceId = _records.Count.ToString(CultureInfo.InvariantCulture),
            env = environment,
            service,
            sha = Git.Git("rev-parse", revision).Trim(),
            status,
            version,
            finishedAt = Begin.AddDays(day).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        }));
        return this;
    }

    /// <summary>What the tool tells.</summary>
    public Task<ToolRun> Run(params string[] arguments) => Tool("outcomes", arguments);

    /// <summary>What another verb tells.</summary>
    public async Task<ToolRun> Tool(string verb, params string[] arguments)
    {
        Git.Write("../" + Records, string.Join('\n', _records) + "\n");
        try
        {
            return await ToolRun.Of(Git.Root, [verb, "--deployments", Path.Combine(Git.Root, "..", Records), .. arguments]);
        }
        finally
        {
            System.IO.File.Delete(Path.Combine(Git.Root, "..", Records));
        }
    }

    /// <summary>Low and high of all weeks together.</summary>
    public async Task<(double Low, double High)> Total()
    {
        JsonElement total = JsonDocument.Parse((await Run("--format", "json")).Out).RootElement.GetProperty("total");
        return (total.GetProperty("low").GetDouble(), total.GetProperty("high").GetDouble());
    }

    private string Records => Path.GetFileName(Git.Root) + ".jsonl";
}
