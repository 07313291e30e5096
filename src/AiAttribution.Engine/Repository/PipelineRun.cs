using System.Globalization;

namespace AiAttribution.Engine.Repository;

/// <summary>What the pipeline calls its run: two jobs of one commit must not speak over each other, and what is tried again must.</summary>
/// <param name="Ci">The system; null outside of one.</param>
/// <param name="Build">Name of run and job; <c>local</c> outside of a pipeline.</param>
/// <param name="Attempt">How often it was tried, from 1 on.</param>
internal sealed record PipelineRun(string? Ci, string Build, int Attempt)
{
    private const string Local = "local";

    private static readonly (string Ci, string Sign, string[] Build, string? Attempt)[] Systems =
    [
        ("github", "GITHUB_ACTIONS", ["GITHUB_RUN_ID", "GITHUB_JOB"], "GITHUB_RUN_ATTEMPT"),
        ("azure", "TF_BUILD", ["BUILD_BUILDID", "SYSTEM_JOBNAME"], "SYSTEM_JOBATTEMPT"),
        ("gitlab", "GITLAB_CI", ["CI_PIPELINE_ID", "CI_JOB_NAME"], null),
        ("teamcity", "TEAMCITY_VERSION", ["TEAMCITY_BUILDCONF_NAME", "BUILD_NUMBER"], null),
        ("jenkins", "JENKINS_URL", ["JOB_NAME", "BUILD_NUMBER"], null),
        ("bitbucket", "BITBUCKET_BUILD_NUMBER", ["BITBUCKET_BUILD_NUMBER"], null),
        ("circleci", "CIRCLECI", ["CIRCLE_BUILD_NUM"], null),
        ("buildkite", "BUILDKITE", ["BUILDKITE_BUILD_NUMBER", "BUILDKITE_STEP_KEY"], "BUILDKITE_RETRY_COUNT"),
    ];

    /// <summary>The run that environment variables tell of.</summary>
    public static PipelineRun Of(Func<string, string?> variable)
    {
        (string ci, _, string[] build, string? attempt) = Systems.FirstOrDefault(s => !string.IsNullOrWhiteSpace(variable(s.Sign)));
        if (ci is null)
            return new PipelineRun(null, Local, 1);
        string name = string.Join('/', build.Select(b => variable(b)?.Trim()).Where(b => !string.IsNullOrEmpty(b)));
        int count = attempt is not null && int.TryParse(variable(attempt), NumberStyles.None, CultureInfo.InvariantCulture, out int tried) ? tried : 1;
        return new PipelineRun(ci, name.Length == 0 ? Local : name, Math.Max(1, count));
    }
}
