using System.Globalization;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>Says a verdict in one sentence: which member, how much of it by which agent, what is missing, what to do.</summary>
internal static class VerdictMessage
{
    /// <summary>The command that measures tests.</summary>
    public const string Measure = "dotnet test --collect \"Code Coverage;Format=cobertura\"";

    /// <summary>The sentence without full stop. Only for verdicts that have an id.</summary>
    /// <param name="member">Display name such as <c>Calc.Add(int, int)</c>.</param>
    /// <param name="verdict">What is known of it.</param>
    /// <param name="policy">The policy it was judged by.</param>
    public static string Of(string member, MemberVerdict verdict, VerdictPolicy policy) =>
        WithoutOrders($"{Subject(member, verdict)}{Finding(verdict, policy)}: {(member == TopLevelCode ? "move it into a method that a test can call" : Advice(verdict))}");

    /// <summary>How the sentence begins: the member, and how much of it is by which agents.</summary>
    public static string Subject(string member, MemberVerdict verdict) => WithoutOrders($"'{member}' is {Percent(verdict.Tally)} % AI-assisted ({VerdictSources.Of(verdict)})");

    /// <summary>Says of a test that it asserts nothing; without full stop.</summary>
    /// <param name="test">Display name of the test.</param>
    /// <param name="verdict">What is known of its lines.</param>
    public static string Assertionless(string test, MemberVerdict verdict) =>
        WithoutOrders($"'{test}' is a test that is {Percent(verdict.Tally)} % AI-assisted ({VerdictSources.Of(verdict)}) and asserts nothing: it fails only if something throws. If that is meant: Assert.Null(Record.Exception(...))");

    /// <summary>Name of code that stands in no method, so that no test can call it.</summary>
    internal const string TopLevelCode = "top-level code";

    /// <summary>Compilers print this, and a pipeline takes orders from anywhere in a line; no agent, model or deployment has such a name.</summary>
    private static string WithoutOrders(string text) => text.Replace("##", "# #");

    private static string Finding(MemberVerdict verdict, VerdictPolicy policy) => verdict.Verdict switch
    {
        Verdict.DeployedUntested => $" and shipped{FirstDeployment(verdict)}, but {Tests(verdict)}",
        Verdict.TestedUndeployed when verdict.Deployment == DeploymentTrail.RolledBack => $" and {Tests(verdict)}, but its deployment was rolled back",
        Verdict.TestedUndeployed => $" and {Tests(verdict)}, but no deployment contains it after the grace of {Days(policy.GraceDays)}",
        Verdict.NotMeasured => $", {Deployments(verdict)}, and {Tests(verdict)}",
        _ => $", {Missing(verdict)}",
    };

    /// <summary>What is known of its tests and deployments.</summary>
    internal static string Missing(MemberVerdict verdict) => WithoutOrders($"{Tests(verdict)}, and {Deployments(verdict)}");

    /// <summary>What built tests say of a member that none of them refers to; null where that is not why its test trail is what it is.</summary>
    public static string? Unreferenced(IReadOnlyList<string> searched) => searched.Count switch
    {
        0 => null,
        1 => $"no test in {searched[0]} refers to it",
        2 => $"no test in {searched[0]} or {searched[1]} refers to it",
        _ => $"no test in {searched[0]}, {searched[1]} or {searched.Count - 2} more refers to it",
    };

    private static string Tests(MemberVerdict verdict) => verdict.Test switch
    {
        TestTrail.Tested => "a test runs it",
        TestTrail.Linked => "a test refers to it",
        TestTrail.Stale => "it changed after the tests were last measured",
        TestTrail.None => Unreferenced(verdict.Searched) ?? "no test runs it",
        TestTrail.FailedRun => "it ran only in a test run that failed",
        _ => "no coverage is known",
    };

    private static string Deployments(MemberVerdict verdict) => verdict.Deployment switch
    {
        DeploymentTrail.Pending when verdict.Sources.All(source => source.IsNotCommitted) => "it is not committed yet",
        DeploymentTrail.Pending when verdict.Sources.Any(source => source.IsNotCommitted) => "a part of it is not committed yet",
        DeploymentTrail.Unknown => "whether it shipped is not known",
        DeploymentTrail.Pending => "it is not deployed yet",
        DeploymentTrail.RolledBack => "its deployment was rolled back",
        _ => "no deployment contains it",
    };

    /// <summary>What to do about it, as an imperative without full stop.</summary>
    internal static string Advice(MemberVerdict verdict) => verdict.Test switch
    {
        TestTrail.Tested or TestTrail.Linked => "ship it, or take it out",
        TestTrail.None => "add a test that runs it",
        TestTrail.FailedRun => $"make its tests pass, then {Measure}",
        _ => Measure,
    };

    /// <summary>Name of the deployment when it is the same for all sources.</summary>
    private static string FirstDeployment(MemberVerdict verdict)
    {
        string? first = verdict.Sources[0].FirstDeployment;
        return first is not null && verdict.Sources.All(source => source.FirstDeployment == first) ? $" in {first}" : "";
    }

    /// <summary>Rounded, but 100 only when every line is AI, and 0 only when none is.</summary>
    internal static string Percent(MemberTally tally)
    {
        double percent = Math.Round(tally.Share * 100, MidpointRounding.AwayFromZero);
        return tally.Ai > 0 && percent < 1 ? "< 1" : (tally.Ai < tally.Code ? Math.Min(percent, 99) : percent).ToString(CultureInfo.InvariantCulture);
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
