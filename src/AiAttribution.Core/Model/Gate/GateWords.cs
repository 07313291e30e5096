using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Gate;

/// <summary>Words that other tools read for the answer of the gate and of its rules.</summary>
internal static class GateWords
{
    private static readonly EnumText<GateState> States = new((GateState.Clear, "clear"), (GateState.Blocked, "blocked"), (GateState.CannotTell, "cannot tell"));
    private static readonly EnumText<GateState> Outcomes = new((GateState.Clear, "passed"), (GateState.Blocked, "violated"), (GateState.CannotTell, "cannot tell"));
    private static readonly EnumText<GateAnswer> Answers = new((GateAnswer.Failed, "failed"), (GateAnswer.CannotTell, "cannot tell"), (GateAnswer.Warned, "warned"), (GateAnswer.Passed, "passed"));

    /// <summary>The answer as <c>check</c> gives it: <c>passed</c>, <c>violated</c> or <c>cannot tell</c>.</summary>
    public static string Outcome(GateState state) => Outcomes.Of(state);

    /// <summary><c>clear</c>, <c>blocked</c> or <c>cannot tell</c>.</summary>
    public static string Of(GateState state) => States.Of(state);

    /// <summary><c>failed</c>, <c>cannot tell</c>, <c>warned</c> or <c>passed</c>.</summary>
    public static string Of(GateAnswer answer) => Answers.Of(answer);
}
