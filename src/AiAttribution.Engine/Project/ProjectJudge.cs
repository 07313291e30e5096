using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Links;
using AiAttribution.Engine.Inputs;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Engine.Project;

/// <summary>Third step of judging a project: the verdicts on its members, and what the policy's rules say.</summary>
/// <param name="collection">A repository that could be attributed.</param>
/// <param name="history">Its history.</param>
internal sealed class ProjectJudge(CollectedRepository collection, CollectedHistory history)
{
    private readonly TestAuthorship _authorship = new(history);

    /// <summary>The verdicts.</summary>
    /// <param name="files">What was found in the project's files.</param>
    /// <param name="project">Whose files they are, and what of them is judged.</param>
    /// <param name="finder">Finds members; null when there is no compiler to do it.</param>
    public JudgedProject Judge(IReadOnlyList<FileMembers> files, ProjectInput project, IMemberFinder? finder)
    {
        MemberRecord[] members = Judge(files, f => f.Table);
        // What is not committed has used nothing that is recorded yet, and a commit waits for no sums.
        members = project.Range is { IsStaged: true } ? members : ProjectTokens.Share(history, files.Select(f => f.File.Attribution), members);
        MemberRecord[] judged = project.Range is null ? members : Judge(files, f => f.Judged);
        IReadOnlyList<CodeSuppression> suppressions = CodeSuppressions.Of(files, Known(project, finder));
        IEnumerable<Waiver> inCode = suppressions.Where(s => !s.IsNew || collection.Policy.WaiversInChange).Select(s => s.Waiver).OfType<Waiver>();
        AttributionPolicy policy = collection.Policy with { Waivers = [.. collection.Policy.Waivers, .. inCode.Select(w => w with { MostDays = collection.Policy.WaiverDays })] };
        PolicyInput input = new RuleInputs(collection) { Branch = project.Branch, PullRequest = project.PullRequest, ReadsOutcomes = project.TellsOutcomes || project.JudgesOutcomes }.Of(judged, [.. files.Select(f => f.File.Subject)], project.Range) with { Absent = Absent(project) };
        if (finder is null)
            input = input with { CodeGap = RuleInputs.NoCompiler };
        int baseline = files.Sum(f => f.Members.Count(m => IsOfBaseline(m, f.Table!)));
        return new JudgedProject(members, baseline, policy, suppressions, input.Periods, RuleJudge.Judge(policy, input), Notes(members)) { Approvals = input.Approvals };
    }

    /// <summary>Files that are not checked out and have a line that rules would judge.</summary>
    private string[] Absent(ProjectInput project)
    {
        HashSet<string>? range = project.Range?.Commits.ToHashSet(StringComparer.Ordinal);
        return [.. project.Absent.Where(path => history.Scan.Attribution.Files.TryGetValue(path, out FileAttribution? file) && file.Runs.Any(IsJudged))];

        bool IsJudged(LineRun run) => run.State == LineState.Ai && history.Scan.Attribution.Sources[run.Source] is { BeforeBaseline: false } source && (range is null || range.Contains(source.Commit));
    }

    private MemberRecord[] Judge(IReadOnlyList<FileMembers> files, Func<FileMembers, LineTable?> table) =>
        [.. files.SelectMany(f => f.Members.Select(m => Judge(m, table(f)!))).Where(m => m.Verdict.Tally.Ai > 0)];

    private BaseSuppressions? Known(ProjectInput project, IMemberFinder? finder) =>
        project.SuppressionsOf is { } commit && finder is not null ? new BaseSuppressions(history.Repository, finder, commit) : null;

    private MemberRecord Judge(Member member, LineTable table)
    {
        IReadOnlyList<PlacedLink> links = history.Links.Of(table.Path, member.CodeLines);
        TestMethod[] direct = links.Count == 0 ? [] : [.. links.SelectMany(l => l.Direct).Distinct()];
        TestMethod[] oneHop = links.Count == 0 ? [] : [.. links.SelectMany(l => l.OneHop).Distinct().Except(direct)];
        return new(member.Name, table.Path, member.Line, member.Column, MemberJudge.Judge(member.CodeLines, table, collection.Policy.Verdicts))
        {
            LinkedDirectly = direct.Length,
            LinkedByOneHop = oneHop.Length,
            ReportsOfOthers = table.Measurement == FileMeasurement.Unmeasured ? history.Coverage.Reports : 0,
            Origins = MemberLines.Origins(table, member.CodeLines),
            TextHash = MemberLines.Hash(table, member.CodeLines),
            SameSession = _authorship.IsSameSession(table, member.CodeLines, [.. direct, .. oneHop]),
        };
    }

    /// <summary>Whether a member is AI-heavy with its lines of the baseline, and not without them.</summary>
    private bool IsOfBaseline(Member member, LineTable table)
    {
        int judged = member.CodeLines.Count(table.IsJudged);
        int all = member.CodeLines.Count(line => table.SourceOf(line) is not null);
        return all > judged && Tally(all).IsAiHeavy(collection.Policy.Verdicts) && !Tally(judged).IsAiHeavy(collection.Policy.Verdicts);

        MemberTally Tally(int ai) => new(member.CodeLines.Count, ai, 0, 0);
    }

    private IReadOnlyList<BuildProblem> Notes(IReadOnlyList<MemberRecord> members)
    {
        AiSource?[] unknown = [.. members.Where(m => m.Verdict is { Verdict: Verdict.NotMeasured, Deployment: DeploymentTrail.Unknown }).Select(m => MemberTrails.Unknown(m.Verdict.Sources))];
        return unknown.Length == 0 ? collection.Notes : [.. collection.Notes, BuildProblems.NothingToJudgeBy(unknown)];
    }
}
