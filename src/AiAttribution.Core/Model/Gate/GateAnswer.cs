namespace AiAttribution.Core.Model.Gate;

/// <summary>What a rule of the policy answers on a day, waivers taken into account. In the order in which rules are shown.</summary>
internal enum GateAnswer
{
    /// <summary>It is an error, and something violates it.</summary>
    Failed,

    /// <summary>Evidence is missing.</summary>
    CannotTell,

    /// <summary>Something was found that does not fail it.</summary>
    Warned,

    /// <summary>Nothing was found, or waivers cover all of it.</summary>
    Passed,
}
