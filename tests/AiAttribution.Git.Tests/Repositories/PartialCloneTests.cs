using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class PartialCloneTests
{
    [Theory]
    [InlineData(GitReader.LibGit2)]
    [InlineData(GitReader.GitCommand)]
    internal void Tree_that_is_missing_and_needed_is_refused_with_the_command_that_brings_it(GitReader reader)
    {
        using TestRepository origin = History();
        using TemporaryFolder clone = Clone(origin, "--filter=tree:0");

        RepositoryException problem = Assert.Throws<RepositoryException>(() => Scan(clone.Path, reader));

        Assert.Equal((RepositoryProblem.PartialClone, "git fetch --refetch --no-filter"), (problem.Problem, problem.Remedy));
    }

    [Theory]
    [InlineData(GitReader.LibGit2)]
    [InlineData(GitReader.GitCommand)]
    internal void Content_that_is_missing_and_needed_costs_the_lines_that_need_it(GitReader reader)
    {
        using TestRepository origin = History();
        origin.Write("B.cs", "b\n").Commit(ScanRunner.ByClaude);
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");

        ScanResult result = Scan(clone.Path, reader);

        Assert.Equal([LineState.Unknown, LineState.Unknown], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.Equal([LineState.Ai], ScanRunner.States(result.Attribution, "B.cs"));
        Assert.Equal([origin.Git("rev-parse", "HEAD~2:A.cs").Trim()], result.Summary.Missing);
    }

    [Fact]
    public void Content_that_is_missing_where_nothing_was_promised_costs_the_same()
    {
        using TestRepository repository = History();
        repository.Write("B.cs", "b\n").Commit(ScanRunner.ByClaude);
        Remove(repository, "HEAD~2:A.cs");

        ScanResult result = Scan(repository.Root, GitReader.LibGit2);

        Assert.Equal([LineState.Unknown, LineState.Unknown], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.Equal([LineState.Ai], ScanRunner.States(result.Attribution, "B.cs"));
        Assert.Single(result.Summary.Missing);
    }

    [Theory]
    [InlineData("old/A.cs", "new/A.cs")]
    [InlineData("A.cs", "Other.cs")]
    public void File_that_may_have_been_renamed_from_a_missing_content_is_unknown(string from, string to)
    {
        using TestRepository repository = new();
        repository.Write(from, "1\n2\n3\n4\n5\n6\n").Commit("Add");
        repository.Git("rm", "-q", from);
        repository.Write(to, "1\n2\n3\n4\n5\n6\n7\n").Commit(ScanRunner.ByClaude);
        Assert.Equal("OOOOOOA", Letters(Scan(repository.Root, GitReader.LibGit2), to));
        Remove(repository, "HEAD~1:" + from);

        Assert.Equal("UUUUUUU", Letters(Scan(repository.Root, GitReader.LibGit2), to));
    }

    [Fact]
    public void Lines_that_may_have_been_moved_from_a_missing_content_are_unknown_by_meaning()
    {
        const string Moved = "    int first = Compute(1, 2, 3);\n    int second = Compute(4, 5, 6);\n    int third = Compute(7, 8, 9);\n";
        using TestRepository repository = new();
        repository.Write("A.cs", "a\n" + Moved).Write("B.cs", "b\n").Write("C.cs", "c\n").Commit("Add");
        repository.Write("A.cs", "a\n").Write("B.cs", "b\n" + Moved).Commit(ScanRunner.ByClaude);
        repository.Write("C.cs", "c\nnew\n").Commit(ScanRunner.ByClaude);
        var options = new ScanOptions { UseCache = false, Mode = AttributionMode.Meaning };
        Assert.False(Scan(repository.Root, GitReader.LibGit2, options).Attribution.Files.ContainsKey("B.cs"));
        Remove(repository, "HEAD~2:A.cs");

        ScanResult result = Scan(repository.Root, GitReader.LibGit2, options);

        Assert.Equal("OUUU", Letters(result, "B.cs"));
        Assert.Equal("OA", Letters(result, "C.cs"));
    }

    [Fact]
    public void Lines_that_a_revert_may_have_brought_back_from_a_missing_content_are_unknown_by_meaning()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "1\n2\n3\n").Write("B.cs", "b\n").Commit("Add");
        string removal = repository.Write("A.cs", "1\n").Commit("Remove");
        string gone = repository.Git("rev-parse", "HEAD:A.cs").Trim();
        repository.Write("A.cs", "1\n2\n3\n4\n").Commit($"Revert \"Remove\"\n\nThis reverts commit {removal}.\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        Remove(repository, "HEAD~2:A.cs");

        Assert.Equal("OUUU", Letters(Scan(repository.Root, GitReader.LibGit2, new ScanOptions { UseCache = false, Mode = AttributionMode.Meaning }), "A.cs"));
        Assert.NotEqual(gone, repository.Git("rev-parse", "HEAD:A.cs").Trim());
    }

    [Fact]
    public void What_was_kept_of_a_scan_does_not_outlive_that_the_content_comes()
    {
        using TestRepository origin = History();
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");
        Assert.Single(Scan(clone.Path, GitReader.LibGit2, new ScanOptions()).Summary.Missing);
        Assert.Single(Scan(clone.Path, GitReader.LibGit2, new ScanOptions()).Summary.Missing);
        GitProcess.Run(clone.Path, "-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "-q", "--refetch", "--no-filter");

        ScanResult result = Scan(clone.Path, GitReader.LibGit2, new ScanOptions());

        Assert.Empty(result.Summary.Missing);
        Assert.Equal("AO", Letters(result, "A.cs"));
    }

    [Fact]
    public void Clone_that_lacks_more_contents_than_are_told_is_refused()
    {
        using TestRepository origin = new();
        for (int i = 0; i <= PastContents.MostMissing; i++)
            origin.Write($"F{i}.cs", $"{i}\n");
        origin.Commit("Add");
        for (int i = 0; i <= PastContents.MostMissing; i++)
            origin.Write($"F{i}.cs", $"{i}\nnew\n");
        origin.Commit(ScanRunner.ByClaude);
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");

        Assert.Equal(RepositoryProblem.PartialClone, Assert.Throws<RepositoryException>(() => Scan(clone.Path, GitReader.LibGit2)).Problem);
    }

    [Theory]
    [InlineData(GitReader.LibGit2)]
    [InlineData(GitReader.GitCommand)]
    internal void Clone_that_got_every_object_is_attributed_as_its_origin(GitReader reader)
    {
        using TestRepository origin = History();
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");
        GitProcess.Run(clone.Path, "-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "-q", "--refetch", "--no-filter");

        Assert.Equal([LineState.Ai, LineState.Other], Scan(clone.Path, reader).Attribution.Files["A.cs"].Runs.Select(run => run.State));
    }

    [Fact]
    public void Promises_of_a_pack_are_seen_when_the_setting_is_gone()
    {
        using TestRepository origin = History();
        using TemporaryFolder clone = Clone(origin, "--filter=tree:0");
        GitProcess.Run(clone.Path, "config", "--unset", "remote.origin.promisor");
        GitProcess.Run(clone.Path, "config", "--unset", "remote.origin.partialclonefilter");

        Assert.Equal(RepositoryProblem.PartialClone, Assert.Throws<RepositoryException>(() => Scan(clone.Path, GitReader.LibGit2)).Problem);
    }

    [Fact]
    public void Note_that_was_not_fetched_with_its_text_leaves_its_lines_unknown()
    {
        using TestRepository origin = new();
        origin.Write("A.cs", "one\n").Commit("Add");
        ScanRunner.Note(origin, "HEAD", "A.cs\n  s_1::t_1 1\n---\n{}");
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");
        GitProcess.Run(clone.Path, "fetch", "-q", "origin", "refs/notes/ai:refs/notes/ai");

        ScanResult result = Scan(clone.Path, GitReader.LibGit2);

        Assert.Equal(LineState.Unknown, result.Attribution.Files["A.cs"].Runs.Single().State);
        Assert.Contains("is missing", Assert.Single(result.Summary.Problems), StringComparison.Ordinal);
    }

    private static TestRepository History()
    {
        TestRepository repository = new();
        repository.Git("config", "uploadpack.allowFilter", "true");
        repository.Write("A.cs", "old\n").Commit("Start");
        repository.Write("A.cs", "new\nold\nmore\n").Commit(ScanRunner.ByClaude);
        repository.Write("A.cs", "new\nold\n").Commit("Drop");
        return repository;
    }

    private static TemporaryFolder Clone(TestRepository origin, string filter)
    {
        origin.Git("config", "uploadpack.allowFilter", "true");
        var clone = new TemporaryFolder();
        GitProcess.Run(origin.Root, "clone", "-q", filter, "file://" + origin.Root, clone.Path);
        return clone;
    }

    /// <summary>Takes an object away that lies loose.</summary>
    private static void Remove(TestRepository repository, string name)
    {
        string id = repository.Git("rev-parse", name).Trim();
        string file = Path.Combine(repository.Root, ".git", "objects", id[..2], id[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }

    private static string Letters(ScanResult result, string path) => string.Concat(ScanRunner.States(result.Attribution, path).Select(state => state.ToString()[0]));

    private static ScanResult Scan(string folder, GitReader reader, ScanOptions? options = null)
    {
        using GitRepository opened = GitRepository.Open(folder, reader);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), options ?? new ScanOptions { UseCache = false });
    }
}
