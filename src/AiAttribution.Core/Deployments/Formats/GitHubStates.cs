using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>What GitHub's deployment objects have in common (REST API and webhooks, 2022-11-28).</summary>
internal static class GitHubStates
{
    public const string Source = "github";

    /// <summary>
    /// The state of a status; null when it changes nothing. <c>inactive</c> says that a newer deployment came, and never that production was taken down;
    /// only a transient environment is gone with it.
    /// </summary>
    public static DeploymentStatus? Of(string? state, bool isTransient) => state switch
    {
        "success" => DeploymentStatus.Success,
        "failure" or "error" => DeploymentStatus.Failure,
        "inactive" when isTransient => DeploymentStatus.Removed,
        _ => null,
    };

    /// <summary>The tier that the deployment states, else by name.</summary>
    public static DeploymentTier Tier(JsonValue deployment, string environment) =>
        deployment.IsTrue("production_environment") ? DeploymentTier.Production : EnvironmentTiers.Of(environment);

    /// <summary>Key that a deployment and its statuses share: the address without the host's name for the API, which differs between exports.</summary>
    public static string Key(string address)
    {
        int repositories = address.IndexOf("/repos/", StringComparison.Ordinal);
        return "github:" + (repositories < 0 ? address : address[(repositories + "/repos/".Length)..]);
    }
}
