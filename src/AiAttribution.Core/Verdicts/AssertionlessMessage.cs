namespace AiAttribution.Core.Verdicts;

/// <summary>Says of a test that it asserts nothing.</summary>
public static class AssertionlessMessage
{
    /// <summary>The sentence without full stop.</summary>
    /// <param name="test">Display name of the test.</param>
    /// <param name="verdict">What is known of its lines.</param>
    public static string Of(string test, MemberVerdict verdict) =>
        $"'{test}' is a test that is {VerdictMessage.Percent(verdict.Tally)} % AI-assisted ({VerdictSources.Of(verdict)}) and asserts nothing, so it passes whatever the code does: assert what must come of it";
}
