using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>What a clone says against its own commits. git blame follows it, and so does attribution.</summary>
public class OverriddenHistoryTests
{
    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_replaced_commit_is_read_in_place_of_the_stored_one(GitReader reader)
    {
        using TestRepository repository = WithThreeCommits();
        string middle = repository.Git("rev-parse", "HEAD~1").Trim();
        string other = repository.Git("commit-tree", repository.Git("rev-parse", "HEAD^{tree}").Trim(), "-p", "HEAD~2", "-m", "Other").Trim();
        List<(string, int)> before = BlameOutput.Of(repository, "A.cs");
        repository.Git("replace", middle, other);

        Assert.NotEqual(before, BlameOutput.Of(repository, "A.cs"));
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_replaced_blob_is_read_in_place_of_the_stored_one(GitReader reader)
    {
        using TestRepository repository = WithThreeCommits();
        repository.Git("replace", "HEAD~1:A.cs", "HEAD:A.cs");

        BlameCheck.Agrees(repository.Root, reader);
        using GitRepository opened = GitRepository.Open(repository.Root, reader);
        Assert.Equal("1\n2\n3\n"u8.ToArray(), opened.ReadFile(repository.Git("rev-parse", "HEAD~1").Trim(), "A.cs", 100));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Replacements_that_are_switched_off_are_not_followed(GitReader reader)
    {
        using TestRepository repository = WithThreeCommits();
        repository.Git("replace", "HEAD~1:A.cs", "HEAD:A.cs");
        repository.Git("config", "core.useReplaceRefs", "false");

        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        Assert.Equal("1\n2\n"u8.ToArray(), opened.ReadFile(repository.Git("rev-parse", "HEAD~1").Trim(), "A.cs", 100));
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Grafts_give_a_commit_other_parents(GitReader reader)
    {
        using TestRepository repository = WithThreeCommits();
        List<(string, int)> before = BlameOutput.Of(repository, "A.cs");
        Graft(repository, "{0} {2}\n");

        Assert.NotEqual(before, BlameOutput.Of(repository, "A.cs"));
        BlameCheck.Agrees(repository.Root, reader);
    }

    /// <summary>libgit2 takes nothing but ids there, and refuses the repository.</summary>
    [Theory]
    [InlineData("# the commit in the middle is skipped\n{0} {2}\n")]
    [InlineData("{0} {2}\nnot an id\n")]
    [InlineData("\n{0} {2}\n")]
    [InlineData("{0} {2}\r\n")]
    [InlineData("{0} {2} \n")]
    [InlineData("{0} {2}")]
    public void Grafts_that_only_git_takes_are_read_as_git_reads_them(string text)
    {
        using TestRepository repository = WithThreeCommits();
        Graft(repository, text);

        BlameCheck.Agrees(repository.Root, GitReader.Automatic);
        BlameCheck.Agrees(repository.Root, GitReader.GitCommand);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void What_leads_to_nothing_is_named_with_its_way_out(GitReader reader)
    {
        const string nothing = "1234567890123456789012345678901234567890";
        using TestRepository repository = WithThreeCommits();
        string middle = repository.Git("rev-parse", "HEAD~1").Trim();
        repository.Write(".git/info/grafts", $"{repository.Head} {nothing}\n");
        RepositoryException grafted = Refused(repository, reader);
        repository.Write(".git/info/grafts", "").Write($".git/refs/replace/{middle}", nothing + "\n");
        RepositoryException replaced = Refused(repository, reader);

        Assert.Equal(($"commit {nothing} is missing, which info/grafts gives to another as a parent", "take its line out of info/grafts of the git directory"), (grafted.Message, grafted.Remedy));
        Assert.Equal(($"{nothing}, which refs/replace has in place of commit {middle}, is missing", $"git replace -d {middle}, or fetch refs/replace with its objects"), (replaced.Message, replaced.Remedy));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Lines_that_reach_the_boundary_of_a_shallow_clone_are_unknown(GitReader reader)
    {
        using TestRepository origin = WithThreeCommits();
        using var clone = new TemporaryFolder();
        GitProcess.Run(origin.Root, "clone", "-q", "--depth=2", "file://" + origin.Root, clone.Path);

        using GitRepository opened = GitRepository.Open(clone.Path, reader);
        AttributionResult scanned = BlameCheck.Scan(opened);

        Assert.True(opened.IsShallow);
        Assert.Equal(
            [(2, LineState.Unknown), (1, LineState.Other)],
            scanned.Files["A.cs"].Runs.Select(run => (run.Count, run.State)));
    }

    [Fact]
    public void A_new_replacement_or_graft_is_another_result_for_the_cache()
    {
        using TestRepository repository = WithThreeCommits();
        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other], CachedStates(repository));

        repository.Git("replace", "HEAD~1", repository.Git("commit-tree", "HEAD^{tree}", "-p", "HEAD~2", "-m", "No agent").Trim());
        Assert.Empty(CachedStates(repository));

        repository.Git("replace", "-d", "HEAD~1");
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git", "info"));
        File.WriteAllText(Path.Combine(repository.Root, ".git", "info", "grafts"), $"{repository.Head} {repository.Git("rev-parse", "HEAD~2").Trim()}\n");
        Assert.Empty(CachedStates(repository));
    }

    /// <summary>Writes grafts; the numbers stand for the commits, the newest first.</summary>
    private static void Graft(TestRepository repository, string text)
    {
        string[] commits = repository.Git("rev-list", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git", "info"));
        File.WriteAllText(Path.Combine(repository.Root, ".git", "info", "grafts"), text.Replace("{0}", commits[0], StringComparison.Ordinal).Replace("{2}", commits[2], StringComparison.Ordinal));
    }

    private static RepositoryException Refused(TestRepository repository, GitReader reader) => Assert.Throws<RepositoryException>(() =>
    {
        using GitRepository opened = GitRepository.Open(repository.Root, reader);
        BlameCheck.Scan(opened);
    });

    private static LineState[] CachedStates(TestRepository repository)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        AttributionResult result = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions()).Attribution;
        return result.Files.TryGetValue("A.cs", out FileAttribution? file) ? [.. file.Runs.SelectMany(run => Enumerable.Repeat(run.State, run.Count))] : [];
    }

    /// <summary>Each commit adds a line to A.cs, the second one with an agent.</summary>
    private static TestRepository WithThreeCommits()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit("Second\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        repository.Write("A.cs", "1\n2\n3\n").Commit("Third");
        return repository;
    }
}
