namespace AiAttribution.Core.Members;

/// <summary>What is wrong with an AI-heavy member.</summary>
internal enum Verdict
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>AIA1005: it is not known to be deployed, and nobody knows whether a test runs it, so it cannot be judged.</summary>
    NotMeasured,

    /// <summary>AIA1001: it has neither test trail nor deployment trail.</summary>
    NeitherTestedNorDeployed,

    /// <summary>AIA1002: it is deployed and has no test trail.</summary>
    DeployedUntested,

    /// <summary>AIA1003: it is tested and not deployed within the grace.</summary>
    TestedUndeployed,
}
