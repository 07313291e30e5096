namespace AiAttribution.Core.Trails;

/// <summary>What is known about the deployment of a change.</summary>
public enum DeploymentTrail
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
