using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Policy.Rules.Requirements;

/// <summary>A member must be tested.</summary>
/// <param name="Executed">Whether a test must execute it; else it is enough that a test refers to it.</param>
public sealed record TestsRequirement(bool Executed) : MemberRequirement("AIA2007", Executed ? "executed by a test" : "a test that at least refers to it")
{
    private const string Measure = "dotnet test --collect \"Code Coverage;Format=cobertura\"";

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(ReportMember member) => member.Verdict.Test switch
    {
        TestTrail.Tested => null,
        TestTrail.Linked when !Executed => null,
        TestTrail.Linked => (FindingKind.Violation, $"is referred to by a test, but nothing shows that one executes it: measure with {Measure}"),
        TestTrail.None => (FindingKind.Violation, "is executed by no test: add a test that runs it"),
        TestTrail.FailedRun => (FindingKind.Violation, "is executed only in a run of tests that failed: mend the tests and run them again"),
        TestTrail.Stale => (FindingKind.Gap, $"changed after its tests were measured: measure again with {Measure}"),
        _ => (FindingKind.Gap, $"was not measured: run {Measure}"),
    };
}
