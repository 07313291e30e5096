using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>What is known of the pipeline that runs the tool: whether there is one, and how its checkout gets what is missing.</summary>
/// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
internal sealed class Pipeline(Func<string, string?> variable)
{
    /// <summary>The variable by which each system is known, and how its checkout fetches the whole history.</summary>
    private static readonly (string Variable, string History)[] Systems =
    [
        ("GITHUB_ACTIONS", "fetch-depth: 0 in the step actions/checkout"),
        ("TF_BUILD", "fetchDepth: 0 in the step checkout"),
        ("GITLAB_CI", "GIT_DEPTH: 0 among the job's variables"),
        ("TEAMCITY_VERSION", "teamcity.git.shallowClone=false among the parameters"),
        ("BITBUCKET_BUILD_NUMBER", "clone: depth: full"),
        ("JENKINS_URL", "shallow: false in the clone options of checkout"),
        ("CIRCLECI", "method: full in the step checkout"),
        ("BUILDKITE", "no --depth in BUILDKITE_GIT_CLONE_FLAGS"),
        ("DRONE", "clone: depth: 0"),
        ("APPVEYOR", "no clone_depth"),
        ("TRAVIS", "git: depth: false"),
    ];

    private readonly string? _history = Systems.FirstOrDefault(s => PipelineText.IsSet(variable(s.Variable))).History;

    /// <summary>Whether a pipeline runs the tool.</summary>
    public bool IsOn => PipelineText.IsPipeline(variable);

    /// <summary>Whether what is recorded of lines that are not committed is asked: for the files on disk, where a person works.</summary>
    /// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
    /// <param name="revision">The revision that is asked about; null for the files on disk.</param>
    public static bool AsksRecord(Func<string, string?> variable, string? revision) => revision is null && !PipelineText.IsPipeline(variable);

    /// <summary>What fetches the history that a clone cut off.</summary>
    public string History => _history ?? (IsOn ? "git fetch --unshallow, or a checkout of full depth" : "git fetch --unshallow");

    /// <summary>What fetches the base of a range, such as <c>origin/main</c>, into a clone that has only the newest commits.</summary>
    public string Base(string name) => Printable.Of($"git fetch origin {Branch(name)}{(_history is null ? "" : $", or {_history}")}");

    private static string Branch(string name) => name.StartsWith("origin/", StringComparison.Ordinal) ? name["origin/".Length..] : name;
}
