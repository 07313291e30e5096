using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A report of a range is of two commits: the same bytes whatever lies on disk, wherever it is run, with and without a cache.</summary>
public sealed class RangeOfGitTests : IDisposable
{
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public RangeOfGitTests()
    {
        _repository.Write("ai-attribution.json", """{ "extends": "tested" }""").Write("src/Lib/More.cs", RepositoryBuilder.After.Replace("Calc", "More", StringComparison.Ordinal)).Commit(RepositoryBuilder.ByAgent);
        _repository.Git("tag", "v1.1");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("ai-attribution.json", """{ "extends": "none-allowed", "deployment": { "tags": ["release-*"] } }""")]
    [InlineData("ai-attribution.json", "{ torn")]
    [InlineData(".ai-attribution-revs", "HEAD~2 codex\n")]
    [InlineData(".git-blame-ignore-revs", "HEAD\n")]
    [InlineData("deployments.jsonl", """{"v":1,"source":"octopus","sourceId":"7","env":"production","sha":"HEAD~1","status":"success","finishedAt":"2999-04-01T12:00:00Z"}""" + "\n")]
    [InlineData(".editorconfig", "root = true\n[*.cs]\ngenerated_code = true\n")]
    [InlineData(".gitattributes", "*.cs linguist-generated\n")]
    [InlineData("src/Lib/More.cs", "class Other { }\n")]
    [InlineData("src/Lib/New.cs", "class New { }\n")]
    [InlineData("src/Lib/Lib.csproj", "<Project><PropertyGroup><IsTestProject>true</IsTestProject><IsPackable>false</IsPackable></PropertyGroup></Project>\n")]
    [InlineData(".agent-trace/traces.jsonl", "{torn\n")]
    [InlineData(".mailmap", "Claude <noreply@anthropic.com> <dev@example.com>\n")]
    [InlineData("TestResults/coverage.cobertura.xml", """<coverage><packages><package><classes><class filename="src/Lib/More.cs"><lines><line number="7" hits="1"/><line number="8" hits="1"/></lines></class></classes></package></packages></coverage>""")]
    public async Task File_on_disk_changes_nothing(string path, string text)
    {
        string clean = await Report(_repository.Root);
        foreach (string revision in new[] { "HEAD~2", "HEAD~1", "HEAD" })
            text = text.Replace(revision, _repository.Git("rev-parse", revision).Trim(), StringComparison.Ordinal);
        _repository.Write(path, text);

        Assert.Equal(clean, await Report(_repository.Root));
    }

    [Fact]
    public async Task Other_checkout_folder_and_clone_change_nothing()
    {
        string clean = await Report(_repository.Root);
        using var folder = new TemporaryFolder();
        string clone = Path.Combine(folder.Path, Path.GetFileName(_repository.Root));
        GitProcess.Run(_repository.Root, ["clone", "-q", "--no-checkout", "file://" + _repository.Root, clone]);
        _repository.Git("checkout", "-q", "v1.0");

        Assert.Equal(clean, await Report(_repository.Root));
        Assert.Equal(clean, await Report(Path.Combine(_repository.Root, "src")));
        Assert.Equal(clean, await Report(clone));
        Directory.Delete(Path.Combine(_repository.Root, ".git", "ai-attribution"), recursive: true);
        Assert.Equal(clean, await Report(_repository.Root));
    }

    [Fact]
    public async Task Sparse_checkout_index_storage_and_settings_change_nothing()
    {
        string clean = await Report(_repository.Root);
        _repository.Git("sparse-checkout", "set", "docs");
        Assert.False(Directory.Exists(Path.Combine(_repository.Root, "src")));
        Assert.Equal(clean, await Report(_repository.Root));

        _repository.Git("sparse-checkout", "disable");
        _repository.Write("src/Lib/More.cs", "class Staged { }\n").Git("add", "-A");
        _repository.Git("config", "core.autocrlf", "true");
        _repository.Git("config", "diff.algorithm", "patience");
        _repository.Git("gc", "-q", "--prune=now");
        _repository.Git("branch", "-m", "trunk");
        Assert.Equal(clean, await Report(_repository.Root));
    }

    /// <summary>All forms, one below the other.</summary>
    private static async Task<string> Report(string folder)
    {
        using var output = new TemporaryFolder();
        ToolRun run = await ToolRun.Of(folder, "report", "v1.0..v1.1", "--output", output.Path, "--format", "all");
        Assert.Equal((0, true), (run.ExitCode, Directory.GetFiles(output.Path).Length > 10));
        return string.Concat(Directory.GetFiles(output.Path).Order(StringComparer.Ordinal).Select(f => $"== {Path.GetFileName(f)}\n{File.ReadAllText(f)}"));
    }
}
