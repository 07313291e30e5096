using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Releases;

namespace AiAttribution.Cli.Verbs;

/// <summary>What <c>check --staged</c> says before a commit: which members have no test, what fails, and nothing of what holds.</summary>
internal sealed class StagedText(StagedResult result)
{
    private const int MostLines = 20;

    private readonly StringBuilder _text = new();
    private readonly ReportModel _report = result.Report;
    private readonly ReleaseGate _gate = ReleaseGate.Of(result.Report);

    public string Write()
    {
        AddChanges();
        Add([.. StagedWork.Untested(_report).Select(Member)]);
        foreach (GateRule rule in _gate.Rules.Where(rule => rule.Answer == GateAnswer.Failed || rule.Fails))
        {
            Line($"{(rule.Answer == GateAnswer.Failed ? "FAILED" : "CANNOT TELL")}  {rule.Rule.Id}: {rule.Rule.Require.Text}");
            Add([.. rule.Open.Select(finding => $"  {Place(finding.Place)}{RuleCodes.Of(rule.Rule, finding)}: {finding.Told(_report.Today)}")]);
        }

        if (result.Staged.Conflicts.Count > 0)
            Line($"{Figures.Count(result.Staged.Conflicts.Count, "path is", "paths are")} not merged yet ({result.Staged.Conflicts[0]}{(result.Staged.Conflicts.Count > 1 ? " is the first" : "")}) and not judged; git does not commit before they are.");
        Line(Summary());
        if (result.Trailers.Count > 0)
            Line($"Once committed, lines are AI by evidence in git alone: end the message with {string.Join(" and ", result.Trailers.Select(trailer => $"'{trailer}'"))}, or let sessions be recorded after commits (ai-attribution init --hooks).");
        return _text.ToString();
    }

    private void AddChanges()
    {
        GateChange[] changes = [.. _report.Judged?.Changes ?? []];
        if (changes.Length > 0)
            Line("What is staged also changes what is judged:");
        Add([.. changes.Select(change => $"  {change.Path}{(change.Line > 0 ? $"({change.Line})" : "")}: {change.KindText}: {change.Message}")]);
    }

    /// <summary>What is known of a member without a test, as the compiler would say it.</summary>
    public static string Of(MemberRecord member, ReportModel report) => VerdictIds.Of(member.Verdict.Verdict) is { } id
        ? $"{id}: {VerdictMessage.Of(member.Name, member.Verdict, report.Policy.Verdicts)}"
        : $"{VerdictMessage.Subject(member.Name, member.Verdict)}, {VerdictMessage.Missing(member.Verdict)}";

    private string Member(MemberRecord member) => $"{member.Path}({member.Line},{member.Column}): {Of(member, _report)}";

    private void Add(string[] lines)
    {
        foreach (string line in lines.Take(MostLines))
            Line(line);
        if (lines.Length > MostLines)
            Line($"  and {lines.Length - MostLines} more; --format json has them all");
    }

    private static string Place(RulePlace place) => place.Path is null ? "" : place.Column > 0 ? $"{place.Path}({place.Line},{place.Column}): " : $"{place.Path}({place.Line}): ";

    private string Summary()
    {
        if (result.Staged.All.Count == 0)
            return "Nothing is staged.";
        if (result.Files.Count == 0)
            return $"Of {Figures.Count(result.Staged.All.Count, "staged file")} no C# line is known to be of a session, so nothing is judged; 'ai-attribution working' looks into the logs.";
        int untested = StagedWork.Untested(_report).Count();
        string members = untested == 0 ? "no AI-heavy member of what is staged lacks a test" : $"{Figures.Count(untested, "AI-heavy member")} of what is staged {(untested == 1 ? "has" : "have")} no known test";
        if (_report.PolicyFile is not { } file)
            return $"There is no policy, so nothing blocks; {members}.";
        string judge = _report.Judged is { } judged ? $" {judged.Note}" : "";
        int failed = _gate.Rules.Count(rule => rule.Fails);
        return failed > 0
            ? $"{failed} of {Figures.Count(_gate.Rules.Count, "rule")} about code {(failed == 1 ? "fails" : "fail")} for what is staged, by {file}; {members}.{judge}"
            : $"No rule about code fails for what is staged, by {file}; {members}.{judge}";
    }

    private void Line(string line) => _text.Append(Printable.Of(line)).Append('\n');
}
