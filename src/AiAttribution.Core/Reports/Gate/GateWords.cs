namespace AiAttribution.Core.Reports.Gate;

/// <summary>Words that other tools read for the answer of the gate and of its rules.</summary>
public static class GateWords
{
    /// <summary><c>clear</c>, <c>blocked</c> or <c>cannot tell</c>.</summary>
    public static string Of(GateState state) => state switch
    {
        GateState.Clear => "clear",
        GateState.Blocked => "blocked",
        _ => "cannot tell",
    };

    /// <summary><c>failed</c>, <c>cannot tell</c>, <c>warned</c> or <c>passed</c>.</summary>
    public static string Of(GateAnswer answer) => answer switch
    {
        GateAnswer.Failed => "failed",
        GateAnswer.CannotTell => "cannot tell",
        GateAnswer.Warned => "warned",
        _ => "passed",
    };
}
