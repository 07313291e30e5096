namespace AiAttribution.Core.Members;

/// <summary>Ids of the diagnostics that state a verdict.</summary>
internal static class VerdictIds
{
    /// <summary>Id of <see cref="Verdict.NeitherTestedNorDeployed"/>.</summary>
    public const string NeitherTestedNorDeployed = "AIA1001";

    /// <summary>Id of <see cref="Verdict.DeployedUntested"/>.</summary>
    public const string DeployedUntested = "AIA1002";

    /// <summary>Id of <see cref="Verdict.TestedUndeployed"/>.</summary>
    public const string TestedUndeployed = "AIA1003";

    /// <summary>Id of a test that an AI wrote and that asserts nothing.</summary>
    public const string AssertsNothing = "AIA1004";

    /// <summary>Id of <see cref="Verdict.NotMeasured"/>.</summary>
    public const string NotMeasured = "AIA1005";

    /// <summary>Id of a verdict; null when no diagnostic at the line states it.</summary>
    public static string? Of(Verdict verdict) => verdict switch
    {
        Verdict.NeitherTestedNorDeployed => NeitherTestedNorDeployed,
        Verdict.DeployedUntested => DeployedUntested,
        Verdict.TestedUndeployed => TestedUndeployed,
        Verdict.NotMeasured => NotMeasured,
        _ => null,
    };
}
