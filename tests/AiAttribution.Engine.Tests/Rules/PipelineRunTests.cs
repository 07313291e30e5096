using AiAttribution.Engine.Repository;

namespace AiAttribution.Engine.Tests.Rules;

/// <summary>What tells the builds of one commit apart in a fleet.</summary>
public class PipelineRunTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS=true GITHUB_RUN_ID=7 GITHUB_JOB=test GITHUB_RUN_ATTEMPT=3", "github", "7/test", 3)]
    [InlineData("TF_BUILD=True BUILD_BUILDID=9 SYSTEM_JOBNAME=Job SYSTEM_JOBATTEMPT=2", "azure", "9/Job", 2)]
    [InlineData("GITLAB_CI=true CI_PIPELINE_ID=5 CI_JOB_NAME=report", "gitlab", "5/report", 1)]
    [InlineData("GITHUB_ACTIONS=true GITHUB_RUN_ATTEMPT=-4", "github", "local", 1)]
    [InlineData("", null, "local", 1)]
    public void Run_has_system_name_and_attempt(string variables, string? ci, string build, int attempt)
    {
        Dictionary<string, string> set = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);

        Assert.Equal(new PipelineRun(ci, build, attempt), PipelineRun.Of(set.GetValueOrDefault));
    }
}
