using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A member must be tested.</summary>
/// <param name="Demand">What is asked of its tests.</param>
internal sealed record TestsRequirement(TestsDemand Demand) : MemberRequirement(Violated, Words(Demand))
{
    private static readonly RuleCode Violated = new("AIA2007", "Member without the test that the policy requires");
    private static readonly EnumText<TestsDemand> Demands = new((TestsDemand.Linked, "linked"), (TestsDemand.Tested, "tested"), (TestsDemand.Independent, "independent"));

    internal static RequirementKey InPolicy { get; } = new("tests", (value, read) => read.Choice(value, "require.tests", Demands) is { } demand ? new TestsRequirement(demand) : null, Violated);

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) => member.Verdict.Test switch
    {
        TestTrail.Tested => Demand == TestsDemand.Independent ? Independence(member) : null,
        TestTrail.Linked when Demand == TestsDemand.Linked => null,
        TestTrail.Linked => (FindingKind.Violation, $"is referred to by a test, but nothing shows that one executes it: measure with {VerdictMessage.Measure}"),
        TestTrail.None => (FindingKind.Violation, $"is executed by no test{(VerdictMessage.Unreferenced(member.Verdict.Searched) is { } why ? $", because {why}" : "")}: add a test that runs it"),
        TestTrail.FailedRun => (FindingKind.Violation, "is executed only in a run of tests that failed: mend the tests and run them again"),
        TestTrail.Stale => (FindingKind.Gap, $"changed after its tests were measured: measure again with {VerdictMessage.Measure}"),
        _ => (FindingKind.Gap, NotMeasured(member)),
    };

    /// <summary>Coverage does not tell which test executed a member; those that refer to it, by the built test assemblies, stand for it.</summary>
    private static (FindingKind Kind, string Message)? Independence(MemberRecord member) => member.SameSession switch
    {
        false => null,
        true => (FindingKind.Violation, "is tested only by tests of the AI session that wrote it: add a test that somebody else wrote, or have theirs reworked"),
        null => (FindingKind.Gap, "is executed by tests, but by which is not known, because no built test refers to it: build the test projects with symbols, or add a test that calls it"),
    };

    private static string Words(TestsDemand demand) => demand switch
    {
        TestsDemand.Independent => "executed by a test that the same AI session did not write",
        TestsDemand.Tested => "executed by a test",
        _ => "a test that at least refers to it",
    };
}

/// <summary>What is asked of the tests of a member, the least first.</summary>
internal enum TestsDemand
{
    /// <summary>A test refers to it.</summary>
    Linked,

    /// <summary>A passing test executes it, measured on this very text.</summary>
    Tested,

    /// <summary>And not all of its tests were written by the AI session that wrote it.</summary>
    Independent,
}
