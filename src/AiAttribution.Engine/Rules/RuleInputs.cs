using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Rules;

/// <summary>Gathers what rules are judged by.</summary>
/// <param name="collection">A repository that could be attributed.</param>
internal sealed class RuleInputs(CollectedRepository collection)
{
    /// <summary>The gap when there is no compiler to find members.</summary>
    public const string NoCompiler = "members are not known, because the compiler was not found: set RoslynCoreAssembliesPath to its folder, or run ai-attribution check";

    private const string Lacking = $"contents of the past are missing, so lines of these files are unknown and not judged: {RepositoryGuard.Refetch}";
    private const string Cut = "this clone is shallow, so older work is not judged: git fetch --unshallow; in GitHub Actions fetch-depth: 0";

    private readonly CollectedHistory _history = collection.History!;

    /// <summary>Branch that is judged; by default what git and the pipeline say.</summary>
    public string? Branch { get; init; }

    /// <summary>Text of the pull request; by default what the pipeline has.</summary>
    public PullRequestText? PullRequest { get; init; }

    /// <summary>Whether it is looked at what reached production where a rule asks; a build does not.</summary>
    public bool ReadsOutcomes { get; init; }

    /// <summary>What the rules are judged by.</summary>
    /// <param name="members">Members with AI lines.</param>
    /// <param name="files">Files.</param>
    /// <param name="range">Only work of these commits; null for the commits that the files' AI lines come from.</param>
    public PolicyInput Of(IReadOnlyList<MemberRecord> members, IReadOnlyList<FileSubject> files, CommitRange? range = null)
    {
        Dictionary<string, RulePlace> firstLines = FirstLines(files);
        IReadOnlyCollection<string> ids = range is null ? firstLines.Keys : range.Commits;
        string[] committed = [.. ids.Where(id => !NotCommitted.Is(id))];
        ApprovalTally? approvals = range is null || collection.Approvals.Count == 0 ? null : PullRequestHead.Of(_history.Repository, range.End, collection.Approvals, Environment.GetEnvironmentVariable);
        return new PolicyInput
        {
            Commits = collection.Policy.Rules.Any(r => r.IsJudged && r.Require.Subject == RuleSubject.Commit) ? Commits(committed, firstLines, range, approvals) : [],
            Members = members,
            Files = files,
            Periods = Periods(range),
            Branch = Branch ?? CurrentBranch.Of(_history.Repository, Environment.GetEnvironmentVariable),
            Baselines = Baselines([.. firstLines.Keys.Union(ids).Where(id => !NotCommitted.Is(id))]),
            Approvals = approvals,
            Range = range?.Commits.ToHashSet(StringComparer.Ordinal),
            Changed = range is not null && collection.Policy.Rules.Any(r => r.IsJudged && r.Require.Subject == RuleSubject.File) ? Changed(range) : null,
            HistoryGap = range?.IsCut ?? _history.Scan.Summary.IsShallow ? Cut : null,
            ContentGap = _history.Scan.Summary.Missing.Count > 0 ? Lacking : null,
            Open = _history.Scan.Summary.Missing.Count > 0 ? [.. _history.Scan.Attribution.Files.Values.Where(f => f.Count(LineState.Unknown) > 0).Select(f => f.Path)] : [],
            CodeGap = range is not null && range.End != _history.Scan.Attribution.Commit ? $"the range '{range.Text}' ends at a commit that is not checked out, so its members and files are not judged: git checkout {range.End}" : null,
        };
    }

    /// <summary>Paths at which the end of a range has another content than the commit where it left its base.</summary>
    private HashSet<string> Changed(CommitRange range)
    {
        if (range.IsStaged)
            return [];
        List<TreeChange> changes = [];
        GitRepository repository = _history.Repository;
        ObjectId start = ObjectId.Parse(ForkPoint.Of(repository, range.Start, range.End) ?? range.Start);
        new TreeComparer(repository.Trees).Compare(repository.Graph.Read(start).Tree, repository.Graph.Read(ObjectId.Parse(range.End)).Tree, changes);
        return [.. changes.Select(c => c.Path)];
    }

    private CommitSubject[] Commits(IReadOnlyCollection<string> ids, Dictionary<string, RulePlace> firstLines, CommitRange? range, ApprovalTally? approvals)
    {
        HashSet<string> old = collection.Policy.Since is { } since ? [.. In(since, ids) ?? []] : [];
        PullRequestText? request = collection.Policy.Rules.Any(r => r is { IsJudged: true, Require: PullRequestRequirement }) ? PullRequest ?? PullRequestSource.Of(Environment.GetEnvironmentVariable) : null;
        var reader = new CommitSubjects(_history, range?.End ?? _history.Scan.Attribution.Commit, collection.Policy);
        return
        [
            .. ids.Where(id => !old.Contains(id)).Order(StringComparer.Ordinal).Select(reader.Read).OfType<CommitSubject>()
                .Select(c => c with
                {
                    FirstLine = firstLines.GetValueOrDefault(c.Id, RulePlace.Nowhere),
                    HasHumanReview = c.HasHumanReview || approvals is { Head: > 0 },
                    HasStaleReview = approvals is { Earlier: > 0 },
                    PullRequest = request,
                }),
        ];
    }

    /// <summary>What releases and months used; nothing to sum up when no session is recorded and no rule asks.</summary>
    private IReadOnlyList<BudgetPeriod> Periods(CommitRange? range) =>
        range is not { IsStaged: true } && (_history.Tokens.Commits.Count > 0 || collection.Policy.Rules.Any(r => r.Require.Subject == RuleSubject.Period))
            ? WithOutcomes(new BudgetPeriods(_history, collection.Policy).Of(range), range)
            : [];

    private IReadOnlyList<BudgetPeriod> WithOutcomes(IReadOnlyList<BudgetPeriod> periods, CommitRange? range) =>
        ReadsOutcomes ? new PeriodOutcomes(_history, collection.Policy).Add(periods, range) : periods;

    /// <summary>The first line of each commit that is still there.</summary>
    private static Dictionary<string, RulePlace> FirstLines(IReadOnlyList<FileSubject> files)
    {
        var first = new Dictionary<string, RulePlace>(StringComparer.Ordinal);
        foreach (FileSubject file in files)
        {
            foreach (AiLine line in file.Ai)
                first.TryAdd(line.Commit, new RulePlace(file.Path, line.Number));
        }

        return first;
    }

    private Dictionary<string, IReadOnlySet<string>> Baselines(string[] ids)
    {
        var baselines = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (string name in collection.Policy.Rules.SelectMany(r => r.Baselines).Distinct(StringComparer.Ordinal))
        {
            if (In(name, ids) is { } commits)
                baselines.Add(name, commits);
        }

        return baselines;
    }

    /// <summary>Those of the commits that belong to a baseline; null when it names nothing.</summary>
    private HashSet<string>? In(string baseline, IReadOnlyCollection<string> ids)
    {
        GitRepository repository = _history.Repository;
        if (Baseline.Date(baseline) is { } date)
            return [.. ids.Where(id => repository.CommitTime(id) < date)];
        try
        {
            return [.. repository.FirstContaining(ids, [repository.ResolveCommit(baseline)]).Keys];
        }
        catch (RepositoryException e) when (e.Problem == RepositoryProblem.BadRevision)
        {
            return null;
        }
    }
}
