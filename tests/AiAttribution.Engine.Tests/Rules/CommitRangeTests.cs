using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class CommitRangeTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly string _first;
    private readonly string _main;
    private readonly string _side;

    public CommitRangeTests()
    {
        _first = _repository.Write("A.cs", "1\n").Commit("first");
        _repository.Git("checkout", "-q", "-b", "side");
        _side = _repository.Write("B.cs", "1\n").Commit("side");
        _repository.Git("checkout", "-q", "main");
        _main = _repository.Write("C.cs", "1\n").Commit("main");
    }

    [Theory]
    [InlineData("main..side")]
    [InlineData("main...side")]
    public void Two_or_three_dots_are_what_the_end_has_and_the_start_has_not(string text)
    {
        CommitRange range = Read(text);

        Assert.Equal((text, _side), (range.Text, range.End));
        Assert.Equal([_side], range.Commits);
    }

    [Theory]
    [InlineData("side")]
    [InlineData("side..")]
    [InlineData("side..HEAD")]
    public void End_that_is_left_out_is_HEAD(string text) => Assert.Equal([_main], Read(text).Commits);

    [Fact]
    public void Start_that_is_left_out_is_HEAD() => Assert.Equal([_side], Read("..side").Commits);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("..HEAD")]
    [InlineData("...HEAD")]
    public void Base_that_an_empty_variable_left_out_is_an_error_and_no_empty_range(string text)
    {
        RepositoryException problem = Assert.Throws<RepositoryException>(() => Read(text));

        Assert.Equal(RepositoryProblem.BadRevision, problem.Problem);
        Assert.Equal($"the range '{text}' does not say what the change is held against", problem.Message);
    }

    [Fact]
    public void Range_of_nothing_is_empty() => Assert.Empty(Read("side.." + _first).Commits);

    [Theory]
    [InlineData("main..main~1", "main has every commit of main~1 already, so nothing lies between them; the other way round it is main~1..main.")]
    [InlineData("main...main~1", "main has every commit of main~1 already, so nothing lies between them; the other way round it is main~1..main.")]
    [InlineData("main..HEAD", "main and HEAD are one commit, so nothing lies between them.")]
    [InlineData("main", "main and HEAD are one commit, so nothing lies between them.")]
    [InlineData("side..main", null)]
    public void Range_of_nothing_says_why(string text, string? why) => Assert.Equal(why, Read(text).Nothing);

    [Fact]
    public void End_that_names_nothing_is_an_error() =>
        Assert.Equal(RepositoryProblem.BadRevision, Assert.Throws<RepositoryException>(() => Read("v9..HEAD")).Problem);

    [Fact]
    public void Shallow_clone_may_have_cut_commits_off()
    {
        using var clone = new TemporaryFolder();
        GitProcess.Run(clone.Path, "clone", "-q", "--depth", "1", "--no-single-branch", "file://" + _repository.Root, "c");
        using GitRepository shallow = GitRepository.Open(Path.Combine(clone.Path, "c"));

        Assert.True(CommitRange.Read(shallow, "origin/side..origin/main").IsCut);
    }

    public void Dispose() => _repository.Dispose();

    private CommitRange Read(string text)
    {
        using GitRepository repository = GitRepository.Open(_repository.Root);
        return CommitRange.Read(repository, text);
    }
}
