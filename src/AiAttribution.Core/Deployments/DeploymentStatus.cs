namespace AiAttribution.Core.Deployments;

/// <summary>What a record says happened.</summary>
internal enum DeploymentStatus
{
    /// <summary>An artifact was made from the commit. That is no deployment; it places deployments that name the artifact only.</summary>
    Built,

    /// <summary>The environment runs the commit.</summary>
    Success,

    /// <summary>The environment was not changed.</summary>
    Failure,

    /// <summary>The environment went back to the commit; without one, to what it ran before.</summary>
    RolledBack,

    /// <summary>The environment no longer runs the service.</summary>
    Removed,
}
