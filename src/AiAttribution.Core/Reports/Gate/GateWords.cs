namespace AiAttribution.Core.Reports.Gate;

/// <summary>Words that other tools read for the answer of the gate.</summary>
public static class GateWords
{
    /// <summary><c>clear</c>, <c>blocked</c> or <c>cannot tell</c>.</summary>
    public static string Of(GateState state) => state switch
    {
        GateState.Clear => "clear",
        GateState.Blocked => "blocked",
        _ => "cannot tell",
    };
}
