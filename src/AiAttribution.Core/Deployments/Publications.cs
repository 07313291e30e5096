namespace AiAttribution.Core.Deployments;

/// <summary>
/// Names of environments that keep everything they were ever given: a new release takes nothing away from the one before, whereas a new deployment to a server replaces it.
/// </summary>
internal static class Publications
{
    /// <summary>Released to users: tags and releases.</summary>
    public const string Release = "release";

    /// <summary>Released for trial.</summary>
    public const string Preview = "prerelease";

    /// <summary>On a branch that is released from.</summary>
    public const string Branch = "release branch";

    /// <summary>Whether an environment keeps everything.</summary>
    public static bool Contains(string environment) => environment is Release or Preview or Branch;
}
