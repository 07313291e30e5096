using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A damaged git directory, or a machine without a home, is told by every verb in its own words.</summary>
public class DamagedRepositoryTests
{
    private static readonly string[][] ReadingTrees =
        [["lines"], ["lines", "A.cs"], ["blame", "A.cs"], ["explain", "A.cs:1"], ["check"], ["check", "HEAD~1"], ["report"], ["doctor"], ["deployments", "list"]];

    private static readonly string[][] ReadingCommits = [["deployments", "add", "--env", "production", "--note"], ["capture"], ["backfill"]];

    [Theory]
    [InlineData("pack")]
    [InlineData("commit")]
    [InlineData("tree")]
    [InlineData("references")]
    public async Task Every_verb_says_that_the_repository_is_damaged(string what)
    {
        using TestRepository repository = new();
        using TemporaryFolder home = new();
        repository.Write("A.cs", "class A;\n").Commit("one");
        repository.Write("A.cs", "class A;\nclass B;\n").Commit("two\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        Damage(repository, what);

        foreach (string[] verb in what == "tree" ? ReadingTrees : [.. ReadingTrees, .. ReadingCommits])
        {
            string[] arguments = verb[0] is "capture" or "backfill" ? [.. verb, "--home", home.Path] : verb;
            ToolRun run = await ToolRun.Of(repository.Root, arguments);
            Assert.True(run.ExitCode == 2 && !run.Error.Contains("unexpected", StringComparison.Ordinal), $"{string.Join(' ', arguments)}: {run.ExitCode} {run.Error}");
        }

        Assert.Contains("AIA9012", (await ToolRun.Of(repository.Root, "lines")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extensions.worktreeConfig")]
    [InlineData("extensions.preciousObjects")]
    public async Task Deployments_are_noted_where_git_alone_reads(string extension)
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "class A;\n").Commit("one");
        repository.Git("config", "core.repositoryFormatVersion", "1");
        repository.Git("config", extension, "true");

        ToolRun run = await ToolRun.Of(repository.Root, "deployments", "add", "--env", "production", "--note");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("production", repository.Git("notes", "--ref=aiattribution/deployments", "show", "HEAD"), StringComparison.Ordinal);
    }

    private static void Damage(TestRepository repository, string what)
    {
        string git = Path.Combine(repository.Root, ".git");
        if (what == "references")
        {
            repository.Git("pack-refs", "--all");
            File.WriteAllText(Path.Combine(git, "packed-refs"), "\0no references\n");
            return;
        }

        string file = Loose(what == "commit" ? "HEAD" : "HEAD^{tree}");
        if (what == "pack")
        {
            repository.Git("repack", "-q", "-a", "-d");
            file = Directory.GetFiles(Path.Combine(git, "objects", "pack"), "*.idx").Single();
        }

        File.SetAttributes(file, FileAttributes.Normal);
        byte[] bytes = File.ReadAllBytes(file);
        if (what == "pack")
            bytes.AsSpan(8, 1024).Fill(0xFF);
        File.WriteAllBytes(file, what == "pack" ? bytes : bytes[..20]);

        string Loose(string rev)
        {
            string id = repository.Git("rev-parse", rev).Trim();
            return Path.Combine(git, "objects", id[..2], id[2..]);
        }
    }
}
