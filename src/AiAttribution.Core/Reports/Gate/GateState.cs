namespace AiAttribution.Core.Reports.Gate;

/// <summary>Whether what is known speaks against shipping.</summary>
public enum GateState
{
    /// <summary>Nothing that was found blocks.</summary>
    Clear,

    /// <summary>Something is missing that an answer needs.</summary>
    CannotTell,

    /// <summary>Something was found that blocks.</summary>
    Blocked,
}
