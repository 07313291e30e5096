namespace AiAttribution.Reports.Pipelines;

/// <summary>A system that runs builds and reads directives from their output.</summary>
internal enum CiSystem
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>GitHub Actions: <c>GITHUB_ACTIONS=true</c>.</summary>
    GitHub,

    /// <summary>Azure Pipelines: <c>TF_BUILD=True</c>.</summary>
    Azure,

    /// <summary>GitLab CI: <c>GITLAB_CI</c>. It reads a file instead of the output.</summary>
    GitLab,

    /// <summary>TeamCity: <c>TEAMCITY_VERSION</c>.</summary>
    TeamCity,
}
