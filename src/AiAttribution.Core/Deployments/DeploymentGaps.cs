namespace AiAttribution.Core.Deployments;

/// <summary>Says why a deployment trail is not known, and what mends that. A command is offered only where its cause was found.</summary>
internal static class DeploymentGaps
{
    /// <summary>The cause as a clause.</summary>
    /// <param name="gap">The cause.</param>
    /// <param name="beside">The deployment that holds a part of the lines.</param>
    public static string Because(DeploymentGap gap, string? beside) => gap switch
    {
        DeploymentGap.NoSource => "no tag or record tells of a deployment",
        DeploymentGap.Cut => "history is cut off",
        DeploymentGap.NotHere => "the commit of a deployment is not in this clone",
        DeploymentGap.Part => $"{beside}, a release beside this history, holds a part of its lines",
        _ => "no deployment brings its project or folder",
    };

    /// <summary>The command that mends it; null where none does.</summary>
    public static string? Remedy(DeploymentGap gap) => gap switch
    {
        DeploymentGap.NoSource => "git fetch --tags",
        DeploymentGap.Cut => "git fetch --unshallow --tags",
        DeploymentGap.NotHere => "git fetch --all --tags",
        _ => null,
    };
}
