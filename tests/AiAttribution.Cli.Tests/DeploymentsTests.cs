using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public sealed class DeploymentsTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly string _first;
    private readonly string _second;

    public DeploymentsTests()
    {
        _first = _repository.Write("C.cs", "class C;\n").Commit("One");
        _second = _repository.Write("D.cs", "class D;\n").Commit("Two");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Added_deployments_are_listed_as_a_timeline()
    {
        await Run("add", "--env", "production", "--rev", _first, "--version", "v1", "--at", "2026-02-01T10:00:00Z");
        await Run("add", "--env", "production", "--version", "v2", "--at", "2026-02-02T10:00:00Z");
        await Run("add", "--env", "production", "--rev", _first, "--version", "v1", "--at", "2026-02-03T10:00:00Z");

        ToolRun run = await Run("list");

        Assert.Equal(
            $"production, counts as live\n  2026-02-01 10:00  first     {_first[..10]}  v1\n  2026-02-02 10:00  advance   {_second[..10]}  v2\n  2026-02-03 10:00  rollback  {_first[..10]}  v1  live\n",
            run.Out);
    }

    [Fact]
    public async Task Same_command_line_twice_adds_once()
    {
        string[] line = ["add", "--env", "production", "--at", "2026-02-01T10:00:00Z"];
        ToolRun first = await Run(line);
        string file = _repository.Read("deployments.jsonl");
        ToolRun second = await Run(line);

        Assert.Equal("1 record added to deployments.jsonl.\n", first.Out);
        Assert.Equal("0 records added to deployments.jsonl, 1 there already.\n", second.Out);
        Assert.Equal(file, _repository.Read("deployments.jsonl"));
    }

    [Fact]
    public async Task Note_is_written_on_the_deployed_commit_and_keeps_what_it_had()
    {
        await Run("add", "--env", "production", "--at", "2026-02-01T10:00:00Z", "--note");
        await Run("add", "--env", "production", "--at", "2026-02-02T10:00:00Z", "--note");

        Assert.Equal(2, _repository.Git("notes", "--ref=refs/notes/aiattribution/deployments", "show", _second).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("redeploy", (await Run("list")).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_repository.Root, "deployments.jsonl")));
    }

    [Fact]
    public async Task Import_says_what_could_not_be_placed()
    {
        _repository.Write("export.json", $$"""
            [{"id":7,"iid":1,"sha":"{{_first}}","status":"success","updated_at":"2026-02-01T10:00:00Z","environment":{"name":"production"},"deployable":null},
             {"id":9,"state":"success","environment":"production","created_at":"2026-02-01T10:00:00Z","deployment_url":"https://api.github.com/repos/o/r/deployments/5"}]
            """);

        ToolRun run = await Run("import", "export.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 records added", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 deployment could not be placed:\n  github 5/9: it names the artifact github:o/r/deployments/5 only", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_takes_what_was_built_as_deployed_where_the_user_says_so()
    {
        _repository.Write("Acme.nuspec", $"<package><metadata><id>Acme</id><version>1.2</version><repository commit=\"{_first}\" /></metadata></package>");

        await Run("import", "Acme.nuspec", "--env", "live", "--at", "2026-02-01");

        Assert.Contains($"2026-02-01 00:00  first     {_first[..10]}  1.2  live", (await Run("list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_export_cannot_be_told()
    {
        _repository.Write("other.json", "{\n  \"a\": 1 }");

        ToolRun run = await Run("import", "other.json");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("other.json(1,1): This object is none of the known kinds", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_file_with_a_mistake_is_not_overwritten()
    {
        _repository.Write("deployments.jsonl", "{\"v\":1,\n");

        ToolRun run = await Run("add", "--env", "production");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("deployments.jsonl(", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"v\":1,\n", _repository.Read("deployments.jsonl"));
    }

    [Theory]
    [InlineData("add", "--env", "production", "--rev", "nowhere")]
    [InlineData("add", "--env", "production", "--at", "soon")]
    [InlineData("import", "missing.json")]
    public async Task Input_that_means_nothing_is_told_with_a_way_out(params string[] arguments)
    {
        ToolRun run = await Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(";", run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> Run(params string[] arguments) => ToolRun.Of(_repository.Root, ["deployments", .. arguments]);
}
