namespace AiAttribution.Core.Outcomes;

/// <summary>How far an AI line got. Each step counts only lines that reached the one before.</summary>
internal enum FunnelStep
{
    /// <summary>There is AI evidence for it.</summary>
    Attributed,

    /// <summary>The compiler made instructions of it.</summary>
    Executable,

    /// <summary>A passing test executed it, measured on this very text.</summary>
    Tested,

    /// <summary>It is deployed and live.</summary>
    Deployed,

    /// <summary>It has been live for <see cref="FunnelTally.SurvivalDays"/>.</summary>
    Survived,
}
