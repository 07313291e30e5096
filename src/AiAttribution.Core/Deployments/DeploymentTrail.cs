namespace AiAttribution.Core.Deployments;

/// <summary>What is known about the deployment of a change.</summary>
internal enum DeploymentTrail
{
    /// <summary>No deployment source, or history missing.</summary>
    Unknown,

    /// <summary>Deployments are known, and none contains the change.</summary>
    None,

    /// <summary>Not deployed yet, and within the policy's grace.</summary>
    Pending,

    /// <summary>Was deployed and is no longer live.</summary>
    RolledBack,

    /// <summary>A successful deployment contains the change and is live.</summary>
    Deployed,
}
