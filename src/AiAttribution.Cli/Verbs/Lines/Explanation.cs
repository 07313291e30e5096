using System.Globalization;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>The chain behind one line: commit, evidence, session, member, trails.</summary>
internal sealed class Explanation
{
    private readonly FileTarget _target;
    private readonly int _line;
    private readonly LineRun _run;
    private readonly LineSource? _source;

    public Explanation(FileTarget target, int line)
    {
        _target = target;
        _line = line;
        _run = target.Attribution.Runs.First(r => r.Last >= line);
        _source = _run.Source < 0 ? null : History.Scan.Attribution.Sources[_run.Source];
    }

    /// <summary>What the line is.</summary>
    public string Headline => $"{_target.Path}:{_line} is " + _run.State switch
    {
        LineState.InPart => "not known: AI in part",
        LineState.Ai => $"AI, grade {ReportWords.Of(_source?.Grade ?? EvidenceGrade.Weak)}",
        LineState.Other => "other: its history is known, and nothing in it says AI (which is no proof of a human)",
        _ => $"unknown: {UnknownBecause()}",
    };

    private CollectedHistory History => _target.Collection.History!;

    /// <summary>Labels and texts, in the order in which one leads to the next.</summary>
    public IEnumerable<(string Label, string Text)> Chain()
    {
        yield return ("line", Text());
        if (_source is null)
            yield break;
        yield return ("commit", Commit(_source));
        if (_source.Original is { } original)
            yield return ("original", $"{original[..12]}, one of the commits that were squashed into it, made the line");
        foreach (EvidenceStatement statement in _source.Evidence)
            yield return ("evidence", _source.IsNotCommitted ? Recorded(statement) : Evidence(statement));
        foreach ((string label, string text) in InPartExplanation.Of(History.Repository, _source))
            yield return (label, text);
        if (_run.State != LineState.Ai)
            yield break;
        yield return ("session", Sessions(_source));
        if (History.Tokens.Of(_source.Commit) is { } tokens)
            yield return ("tokens", Tokens(tokens));
        if (_source.BeforeBaseline)
            yield return ("baseline", $"part of the baseline {_target.Collection.Policy.Since}{(_target.Collection.Policy.IsSinceAdoption ? ", where AiAttribution came in" : "")}: told, never judged");
        yield return ("tests", Tests());
        yield return ("deployment", Deployment(History.DeploymentOf(_source)));
        foreach (string text in MemberExplanation.Of(_target, _line))
            yield return ("member", text);
    }

    private string Text()
    {
        string[] lines = SourceFile.Text(_target.Bytes).Split('\n');
        return _line <= lines.Length ? lines[_line - 1].Trim() : "";
    }

    private string Commit(LineSource source)
    {
        if (source.IsNotCommitted)
            return "not committed yet";
        string day = History.Repository.CommitTime(source.Commit).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string there = source.Path == _target.Path ? "" : $" of {source.Path}";
        string place = _run.OriginLine > 0 ? $", where it was line {_run.OriginLine + _line - _run.First}{there}" : "";
        return $"{source.Commit[..12]} of {day}{place}";
    }

    private static string Sessions(LineSource source)
    {
        string[] sessions = [.. source.Evidence.OrderByDescending(e => e.Grade).Select(e => e.Session?.ToString()).OfType<string>().Distinct()];
        return sessions.Length == 0 ? "not named by the evidence" : string.Join(", ", sessions);
    }

    private static string Tokens(CommitTokens commit)
    {
        string cost = commit.Total.Cost is { } usd ? Figures.Dollars(usd) : "cost unknown";
        string total = commit.Total.Usage.Total.ToString("N0", CultureInfo.InvariantCulture);
        string share = commit.ShareOf(1).Usage.Total.ToString("N0", CultureInfo.InvariantCulture);
        string sessions = string.Join(", ", commit.Allocations.Select(a => $"{a.Agent}:{a.Session} (linked by {LinkMethodNames.Of(a.Method)})").Distinct());
        TokenUsage used = commit.Total.Usage;
        string classes = string.Create(CultureInfo.InvariantCulture, $"input {used.Input:N0}, output {used.Output:N0}, cache read {used.CacheRead:N0}, cache write {used.CacheWrite:N0}");
        return $"{total} for the commit ({classes}), {cost}; {share} for this line of {Figures.Count(commit.AddedLines, "added C# line")}; by {sessions}";
    }

    private static string Recorded(EvidenceStatement statement) =>
        $"{statement.Source}: {statement.Agent}{(statement.Model is null ? "" : $", model {statement.Model}")}, grade {ReportWords.Of(statement.Grade)}; evidence in git decides once it is committed";

    internal static string Evidence(EvidenceStatement statement)
    {
        string model = statement.Model is null ? "" : $", model {statement.Model}";
        return $"{EvidenceKindNames.Of(statement.Kind)} ({statement.Source}): {statement.Agent}{model}, grade {ReportWords.Of(statement.Grade)}";
    }

    private string Tests()
    {
        FileCoverage coverage = History.CoverageOf(_target.Path);
        if (coverage is { Measurement: not FileMeasurement.Measured, IsCompiled: true } && coverage.Lines(_line)[_line - 1] == LineCoverage.NotExecutable)
            return "nothing on this line can be executed, by the symbols of the build";
        if (coverage.Measurement != FileMeasurement.Measured)
        {
            return coverage.Measurement == FileMeasurement.Stale
                ? "stale: the file changed after its coverage was measured; run the tests with coverage again"
                : Unmeasured(coverage);
        }

        return coverage.Lines(_line)[_line - 1] switch
        {
            LineCoverage.Executed => $"executed by a passing test, {By(coverage)}",
            LineCoverage.Partial => $"executed by a passing test, but not all of it, {By(coverage)}",
            LineCoverage.NotExecuted => $"not executed by any test, {By(coverage)}",
            LineCoverage.FailedRun => $"executed only in a test run that failed, {By(coverage)}",
            LineCoverage.Stale => "changed since it was measured; run the tests with coverage again",
            LineCoverage.Unmeasured => "not measured: the compiler made code of this line, and no coverage report has it",
            _ => "nothing on this line can be executed",
        };
    }

    private string Unmeasured(FileCoverage coverage) => coverage.Binding is { } binding
        ? $"not measured: its coverage is bound to this text by {ReportWords.Of(binding)} only, and the policy asks for more (tests.binding)"
        : $"not measured: {(coverage.IsCompiled ? "the line can be executed, and " : "")}no coverage report names this file; dotnet test --collect \"Code Coverage;Format=cobertura\"";

    private static string By(FileCoverage coverage) => coverage.Binding == CoverageBinding.Time
        ? "by coverage that is younger than the file (stale-unknown: no checksum binds it to this text)"
        : $"by coverage of this very text ({ReportWords.Of(coverage.Binding)})";

    private string Deployment(Deployment deployment) => deployment.Trail switch
    {
        DeploymentTrail.Deployed or DeploymentTrail.RolledBack => deployment.Words,
        DeploymentTrail.Pending when _source!.IsNotCommitted => "pending: it is not committed yet",
        DeploymentTrail.Pending => $"pending: no deployment contains the commit yet, and the grace of {_target.Collection.Policy.GraceDays} days is not over",
        DeploymentTrail.None => $"none: no deployment contains the commit, and the grace of {_target.Collection.Policy.GraceDays} days is over",
        _ when deployment.Gap == DeploymentGap.NoSource => "unknown: no deployment is known, neither a tag like those of deployment.tags nor a record; git fetch --tags, or ai-attribution deployments import",
        _ => Unknown(deployment),
    };

    private static string Unknown(Deployment deployment) =>
        $"unknown: {DeploymentGaps.Because(deployment.Gap, deployment.Beside)}{(DeploymentGaps.Remedy(deployment.Gap) is { } remedy ? $"; {remedy}" : "")}";

    private string UnknownBecause()
    {
        FileAttribution? committed = History.Scan.Attribution.Files.GetValueOrDefault(_target.Path);
        if (History.Repository.FindEntry(History.Scan.Attribution.Commit, _target.Path) is not { IsFile: true })
            return "the file is not committed";
        if (committed?.Count(LineState.Unknown) > 0)
        {
            return History.Repository.IsShallow
                ? "its history is cut off here; git fetch --unshallow"
                : "a note of its commit names some lines, and cannot be read or does not say which; 'ai-attribution doctor' tells of it";
        }

        return History.WorkingTree.Filter(_target.Path) is { } filter && _target.Attribution.Count(LineState.Unknown) == _target.Attribution.LineCount
            ? $".gitattributes runs the file through the filter '{filter}', which is a command and not run here; --rev HEAD tells of the line that is committed"
            : "it changed since the last commit";
    }
}
