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

/// <summary>Why a deployment trail is not known; the first says most of what mends it.</summary>
internal enum DeploymentGap
{
    /// <summary>No deployment is known at all.</summary>
    NoSource,

    /// <summary>History is cut off.</summary>
    Cut,

    /// <summary>The commit of a deployment is not in the clone.</summary>
    NotHere,

    /// <summary>A deployed commit beside this history holds a part of the lines.</summary>
    Part,

    /// <summary>No deployment brings what lies there: it is neither packed nor published, or of no known service.</summary>
    NotBrought,
}
