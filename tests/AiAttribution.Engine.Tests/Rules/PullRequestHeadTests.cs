using AiAttribution.Core.Policy;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class PullRequestHeadTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly string _source;

    public PullRequestHeadTests()
    {
        _repository.Write("A.cs", "class A;\n").Commit("Begin");
        _repository.Git("checkout", "-q", "-b", "topic");
        _source = _repository.Write("B.cs", "class B;\n").Commit("Add B");
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "-m", "Merge topic", "topic");
    }

    [Theory]
    [InlineData("GITHUB_REF", "GITHUB_SHA")]
    [InlineData("BUILD_SOURCEBRANCH", "BUILD_SOURCEVERSION")]
    public void Merge_that_the_server_made_of_a_pull_request_is_approved_by_its_source(string reference, string commit) =>
        Assert.Equal(new ApprovalTally(1, 0), Of(name => name == reference ? "refs/pull/7/merge" : name == commit ? _repository.Head : null));

    [Fact]
    public void Merge_that_somebody_made_is_not() => Assert.Equal(new ApprovalTally(0, 1), Of(_ => null));

    [Fact]
    public void Merge_that_the_server_did_not_check_out_is_not() =>
        Assert.Equal(new ApprovalTally(0, 1), Of(name => name == "GITHUB_REF" ? "refs/pull/7/merge" : name == "GITHUB_SHA" ? _source : null));

    public void Dispose() => _repository.Dispose();

    private ApprovalTally Of(Func<string, string?> variable)
    {
        using GitRepository repository = GitRepository.Open(_repository.Root);
        return PullRequestHead.Of(repository, _repository.Head, [_source], variable);
    }
}
