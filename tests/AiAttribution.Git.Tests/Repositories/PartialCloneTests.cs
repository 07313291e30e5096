using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class PartialCloneTests
{
    [Theory]
    [InlineData("--filter=blob:none", GitReader.LibGit2)]
    [InlineData("--filter=blob:none", GitReader.GitCommand)]
    [InlineData("--filter=tree:0", GitReader.LibGit2)]
    internal void What_is_missing_and_needed_is_refused_with_the_command_that_brings_it(string filter, GitReader reader)
    {
        using TestRepository origin = History();
        using TemporaryFolder clone = Clone(origin, filter);

        RepositoryException problem = Assert.Throws<RepositoryException>(() => Scan(clone.Path, reader));

        Assert.Equal((RepositoryProblem.PartialClone, "git fetch --refetch --no-filter"), (problem.Problem, problem.Remedy));
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
        using TemporaryFolder clone = Clone(origin, "--filter=blob:none");
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

    private static ScanResult Scan(string folder, GitReader reader)
    {
        using GitRepository opened = GitRepository.Open(folder, reader);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });
    }
}
