using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Objects;

namespace AiAttribution.Engine.Rules;

/// <summary>Says which commits with a session record added code that is attributed. Of work on anything else nobody can tell what survived.</summary>
internal sealed class CodeCommits(CollectedHistory history)
{
    private readonly Dictionary<string, bool> _added = new(StringComparer.Ordinal);
    private readonly Git.Sessions.CommitChanges _changes = new(history.Repository);

    /// <summary>The commit; null when it added no attributed line.</summary>
    public CommitTokens? Whole(CommitTokens commit)
    {
        if (commit.AddedLines > 0)
            return commit;
        if (!_added.TryGetValue(commit.Commit, out bool added))
            _added[commit.Commit] = added = history.Repository.Graph.TryRead(ObjectId.Parse(commit.Commit), out _) && _changes.Of(commit.Commit).Any(f => f.AddedCount > 0 && history.Scan.Options.Include.Matches(f.Path));
        return added ? commit : null;
    }
}
