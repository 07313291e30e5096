using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A report whose names try to be something else than names.</summary>
internal static class HostileReport
{
    public const string Name = "=1+1,\"a\"\n]]></x>&%0A::error::|'[|]\uFFFE\uD800\u202E";

    private static readonly AiSource Source = new(EvidenceGrade.Declared, Name, Name, Name, "0123456789ab", DeploymentTrail.None, Name);

    public static ReportModel Create() => new()
    {
        Subject = Name,
        Commit = Name,
        Members = [Member(Name, "../a b/ü#?%.cs", 1), Member(Name, "../a b/ü#?%.cs", 2)],
        Rules = [Trails(Member(Name, "../a b/ü#?%.cs", 1), Member(Name, "../a b/ü#?%.cs", 2))],
        Notes = [new(BuildProblemKinds.UnreadableTrail, Name, Name, Name)],
    };

    /// <summary>A report of so many members that all block.</summary>
    public static ReportModel Blocking(int members)
    {
        MemberRecord[] blocking = [.. Enumerable.Range(1, members).Select(n => Member($"M{n}()", "a.cs", n))];
        return new() { Subject = "Lib", Commit = "0123456789abcdef", Members = blocking, Rules = [Trails(blocking)] };
    }

    /// <summary>The rule on trails as an error that these members violate.</summary>
    public static RuleVerdict Trails(params MemberRecord[] members) => new(
        new PolicyRule("trails", new TrailsRequirement()),
        members.Length,
        [.. members.Select(m => new RuleFinding(FindingKind.Violation, new RulePlace(m.Path, m.Line, m.Column, null, m.Name), $"'{m.Name}' has no trail"))]);

    private static MemberRecord Member(string name, string path, int line) => ReportBuilder.Member(name, path, line, Source, TestTrail.None, DeploymentTrail.None);
}
