namespace AiAttribution.Core.Deployments;

/// <summary>A change whose deployment is asked for: the lines of one source.</summary>
/// <param name="Commit">Full id of its commit.</param>
/// <param name="Committed">When it was committed.</param>
/// <param name="Source">Index of the source whose lines it is; -1 when only the commit is meant.</param>
internal readonly record struct Change(string Commit, DateTimeOffset Committed, int Source = -1)
{
    /// <summary>When it was written: nothing that was deployed before holds it, whatever it holds. It stays when a commit is picked or rebased.</summary>
    public DateTimeOffset Authored { get; init; } = Committed;

    /// <summary>Paths that its lines are at now; empty when they are not known.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}

/// <summary>Whether something is there.</summary>
internal enum Held
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,
}

/// <summary>Looks into the files of deployed commits.</summary>
internal interface IDeployedContent
{
    /// <summary>Whether a commit that does not have the change in its history holds its lines all the same, because the same lines were added there: squash, rebase, cherry-pick.</summary>
    Held Adds(string deployed, Change change);

    /// <summary>Whether a commit that has the change in its history still holds its lines, or they were reverted there.</summary>
    Held Keeps(string deployed, Change change);
}
