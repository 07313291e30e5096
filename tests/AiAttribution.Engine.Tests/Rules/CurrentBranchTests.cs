using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class CurrentBranchTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public CurrentBranchTests() => _repository.Write("A.cs", "1\n").Commit("first");

    [Theory]
    [InlineData("", "main")]
    [InlineData("AI_ATTRIBUTION_BRANCH=release/1", "release/1")]
    [InlineData("GITHUB_BASE_REF=develop", "develop")]
    [InlineData("SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/develop", "develop")]
    [InlineData("CI_MERGE_REQUEST_TARGET_BRANCH_NAME=develop", "develop")]
    [InlineData("BITBUCKET_PR_DESTINATION_BRANCH=release/1", "release/1")]
    [InlineData("CHANGE_TARGET=develop", "develop")]
    [InlineData("BUILDKITE_PULL_REQUEST_BASE_BRANCH=develop", "develop")]
    [InlineData("GITHUB_REF_NAME=other", "main")]
    public void Target_of_a_pull_request_goes_before_what_is_checked_out(string variable, string branch) => Assert.Equal(branch, Of(variable));

    [Theory]
    [InlineData("", null)]
    [InlineData("GITHUB_REF_NAME=main", "main")]
    [InlineData("BUILD_SOURCEBRANCH=refs/heads/release/1", "release/1")]
    [InlineData("BUILD_SOURCEBRANCH=refs/pull/7/merge", null)]
    [InlineData("CI_COMMIT_BRANCH=main", "main")]
    [InlineData("BITBUCKET_BRANCH=main", "main")]
    [InlineData("BRANCH_NAME=main", "main")]
    [InlineData("GIT_BRANCH=origin/main", "main")]
    [InlineData("GITHUB_REF_NAME=gh-readonly-queue/main/pr-7-0123456789abcdef0123456789abcdef01234567", "main")]
    [InlineData("GITHUB_REF_NAME=gh-readonly-queue/release/1.0/pr-7-0123456789abcdef0123456789abcdef01234567", "release/1.0")]
    public void Detached_HEAD_has_the_branch_that_the_pipeline_names(string variable, string? branch)
    {
        _repository.Git("checkout", "-q", "--detach");

        Assert.Equal(branch, Of(variable));
    }

    [Theory]
    [InlineData("gh-readonly-queue/main/pr-7-0123456789abcdef0123456789abcdef01234567", "main")]
    [InlineData("gh-readonly-queue/release/1.0/pr-7-0123456789abcdef0123456789abcdef01234567", "release/1.0")]
    [InlineData("gh-readonly-queue/odd", "gh-readonly-queue/odd")]
    public void Branch_of_a_merge_queue_stands_for_the_one_it_goes_to(string name, string branch)
    {
        _repository.Git("checkout", "-q", "-b", name);

        Assert.Equal(branch, Of("GITHUB_BASE_REF="));
    }

    public void Dispose() => _repository.Dispose();

    private string? Of(string variable)
    {
        using GitRepository repository = GitRepository.Open(_repository.Root);
        string[] pair = variable.Split('=');
        return CurrentBranch.Of(repository, name => name == pair[0] ? pair[1] : null);
    }
}
