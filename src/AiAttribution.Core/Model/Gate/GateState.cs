namespace AiAttribution.Core.Model.Gate;

/// <summary>Whether what is known speaks against shipping.</summary>
internal enum GateState
{
    /// <summary>Nothing that was found blocks.</summary>
    Clear,

    /// <summary>Something is missing that an answer needs.</summary>
    CannotTell,

    /// <summary>Something was found that blocks.</summary>
    Blocked,
}
