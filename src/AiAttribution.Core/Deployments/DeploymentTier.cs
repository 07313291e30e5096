namespace AiAttribution.Core.Deployments;

/// <summary>What an environment is for.</summary>
internal enum DeploymentTier
{
    /// <summary>None of the others, or not known.</summary>
    Other,

    /// <summary>For developers.</summary>
    Development,

    /// <summary>For tests.</summary>
    Testing,

    /// <summary>A rehearsal of production.</summary>
    Staging,

    /// <summary>For users.</summary>
    Production,
}
