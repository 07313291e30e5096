using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Gate;

/// <summary>Gathers the findings of a report.</summary>
internal sealed class FindingList
{
    private readonly ReportModel _report;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<RulePlace, MemberRecord> _members = [];
    private readonly HashSet<MemberRecord> _told = [];

    private FindingList(ReportModel report)
    {
        _report = report;
        foreach (MemberRecord member in report.Members)
            _members.TryAdd(PlaceOf(member), member);
    }

    public static IReadOnlyList<Finding> Of(ReportModel report)
    {
        var list = new FindingList(report);
        foreach (GateRule rule in ReleaseGate.Of(report).Rules)
            list.Add(rule);
        // A pull request is told of its own work.
        foreach (MemberRecord member in report.Members.Where(m => report.Judged is not { } judged || judged.HasLinesOf(m)))
            list.Add(member);
        return [.. list._findings.OrderByDescending(f => f.IsOpen).ThenByDescending(f => f.Blocks).ThenByDescending(f => f.Severity)];
    }

    private void Add(GateRule rule)
    {
        foreach (RuleFinding finding in rule.Open.Where(f => f.Kind != FindingKind.Gap))
            Add(rule, finding, null, "");
        // What is missing is said once for a rule, or it would drown the rest; for the default rule an environment note and the members' verdicts say it.
        RuleFinding[] gaps = [.. rule.Open.Where(f => f.Kind == FindingKind.Gap && !(rule.Rule.IsDefault && IsToldElsewhere(f)))];
        if (gaps.Length > 0)
            Add(rule, gaps[0], null, RuleFinding.More(gaps.Length));
        foreach (RuleFinding finding in rule.Waived)
            Add(rule, finding, finding.Waiver, "");
    }

    /// <summary>A member of a range whose only deployment is the range's own end has no verdict, and cannot be told all the same.</summary>
    private bool IsToldElsewhere(RuleFinding gap) => _report.Judged is null || _members.GetValueOrDefault(gap.Place) is not { } member || VerdictIds.Of(member.Verdict.Verdict) is not null;

    private void Add(GateRule rule, RuleFinding finding, Waiver? waiver, string more)
    {
        RulePlace place = finding.Place;
        MemberRecord? member = _members.GetValueOrDefault(place);
        if (member is not null && rule.Rule.Require is TrailsRequirement or TestsRequirement)
            _told.Add(member);
        string code = RuleCodes.Of(rule.Rule, finding);
        bool blocks = waiver is null && rule.Fails && rule.Verdict.SeverityOf(finding) == RuleSeverity.Error;
        _findings.Add(new(code, rule.Verdict.SeverityOf(finding), blocks, Shown(rule.Rule, place), Printable.Of(finding.Told(_report.Today) + more), Fingerprint($"{code}\n{rule.Rule.Id}\n{place.Path}\n{place.Member ?? place.Commit}"))
        {
            Rule = rule.Rule,
            Member = member,
            Waiver = waiver,
        });
    }

    /// <summary>A finding on trails or tests by the policy says what AIA1001 and AIA1005 do, so it is told once.</summary>
    private void Add(MemberRecord member)
    {
        Verdict verdict = member.Verdict.Verdict;
        if (VerdictIds.Of(verdict) is not { } code || (verdict is Verdict.NeitherTestedNorDeployed or Verdict.NotMeasured && _told.Contains(member)))
            return;
        RuleSeverity severity = verdict == Verdict.NeitherTestedNorDeployed ? RuleSeverity.Warning : RuleSeverity.Info;
        _findings.Add(new(code, severity, false, PlaceOf(member), Printable.Of(VerdictMessage.Of(member.Name, member.Verdict, _report.Policy.Verdicts)), Fingerprint($"{code}\n{member.Path}\n{member.Name}"))
        {
            Member = member,
            Suppression = _report.Suppressions.FirstOrDefault(s => s.Covers(code, member.Path, member.Line)),
        });
    }

    private static RulePlace PlaceOf(MemberRecord member) => new(member.Path, member.Line, member.Column, Member: member.Name);

    private RulePlace Shown(PolicyRule rule, RulePlace place) =>
        place.Path is null && _report.PolicyFile is { } file && rule.Line > 0 ? place with { Path = file, Line = rule.Line, Column = rule.Column } : place;

    private string Fingerprint(string identity)
    {
        int before = _seen.GetValueOrDefault(identity);
        _seen[identity] = before + 1;
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{before}"))).ToLowerInvariant()[..32];
    }
}
