using System.Globalization;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>Sums up what releases and months used. The month that is judged is that of the judged commit, so that the same commit gives the same answer on any day.</summary>
internal sealed class BudgetPeriods(CollectedHistory history, AttributionPolicy policy)
{
    private readonly GitRepository _repository = history.Repository;
    private readonly string _head = history.Scan.Attribution.Commit;
    private readonly CodeCommits _code = new(history);

    /// <summary>The release, then the months, the current one first, then backwards.</summary>
    /// <param name="range">The commits of the release; null for those since the newest release tag below the judged commit.</param>
    public IReadOnlyList<BudgetPeriod> Of(CommitRange? range)
    {
        HashSet<string> work = [.. AiCommits.Of(history).Concat(history.Tokens.Commits.Select(c => c.Commit))];
        string current = Month(_head);
        IEnumerable<BudgetPeriod> months = work.GroupBy(Month)
            .OrderByDescending(m => m.Key, StringComparer.Ordinal)
            .Select(m => Sum(BudgetSpan.Month, m.Key, m.Key == current, m));
        (string name, IReadOnlyList<string> commits) = range is null ? Unreleased() : (range.Text, range.Commits);
        BudgetPeriod release = Sum(BudgetSpan.Release, name, true, commits.Where(work.Contains));
        BudgetPeriod[] known = [.. months];
        return known.Any(m => m.IsCurrent) ? [release, .. known.OrderByDescending(m => m.IsCurrent)] : [release, Sum(BudgetSpan.Month, current, true, []), .. known];
    }

    private string Month(string commit) => _repository.CommitTime(commit).UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private BudgetPeriod Sum(BudgetSpan span, string name, bool isCurrent, IEnumerable<string> commits)
    {
        string[] all = [.. commits];
        CommitTokens[] recorded = [.. all.Select(history.Tokens.Of).OfType<CommitTokens>()];
        CommitTokens[] code = [.. recorded.Select(_code.Whole).OfType<CommitTokens>()];
        return new BudgetPeriod(span, name, isCurrent, Sum(recorded.Select(c => c.Total)), recorded.Length, all.Length - recorded.Count(c => c.IsComplete))
        {
            OnCode = Sum(code.Select(c => c.Total)),
            Surviving = Sum(code.Select(c => c.ShareOf(c.AiLines))),
        };
    }

    private (string Name, IReadOnlyList<string> Commits) Unreleased()
    {
        TagReference? last = PreviousRelease.Of(_repository, "HEAD", _head, policy);
        if (last is null)
            return ("all commits, no release tag lies before", [.. AiCommits.Of(history).Union(history.Tokens.Commits.Select(c => c.Commit))]);
        return ($"{last.Name}..HEAD", CommitRange.Read(_repository, $"{last.Name}..{_head}").Commits);
    }

    private static TokenCost Sum(IEnumerable<TokenCost> spendings) => spendings.Aggregate(default(TokenCost), (sum, s) => sum + s);
}
