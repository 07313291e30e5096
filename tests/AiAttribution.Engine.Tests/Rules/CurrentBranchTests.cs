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
    [InlineData("GITHUB_REF_NAME=other", "main")]
    public void Target_of_a_pull_request_goes_before_what_is_checked_out(string variable, string branch) => Assert.Equal(branch, Of(variable));

    [Theory]
    [InlineData("", null)]
    [InlineData("GITHUB_REF_NAME=main", "main")]
    [InlineData("BUILD_SOURCEBRANCH=refs/heads/release/1", "release/1")]
    [InlineData("CI_COMMIT_BRANCH=main", "main")]
    public void Detached_HEAD_has_the_branch_that_the_pipeline_names(string variable, string? branch)
    {
        _repository.Git("checkout", "-q", "--detach");

        Assert.Equal(branch, Of(variable));
    }

    public void Dispose() => _repository.Dispose();

    private string? Of(string variable)
    {
        using GitRepository repository = GitRepository.Open(_repository.Root);
        string[] pair = variable.Split('=');
        return CurrentBranch.Of(repository, name => name == pair[0] ? pair[1] : null);
    }
}
