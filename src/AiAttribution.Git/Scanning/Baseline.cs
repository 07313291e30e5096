using System.Globalization;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>Which commits belong to the time before the baseline.</summary>
internal static class Baseline
{
    /// <summary>One value per commit of the walk: true when it is part of the baseline's history, or was committed before its date.</summary>
    /// <exception cref="RepositoryException">The baseline names nothing.</exception>
    public static bool[] Read(GitRepository repository, WalkedCommit[] walk, string? since)
    {
        if (string.IsNullOrWhiteSpace(since))
            return new bool[walk.Length];
        if (DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
            return Array.ConvertAll(walk, commit => commit.Node.Time < date.ToUnixTimeSeconds());
        return History(walk, ObjectId.Parse(Resolve(repository, since.Trim())));
    }

    private static string Resolve(GitRepository repository, string since)
    {
        try
        {
            return repository.ResolveCommit(since);
        }
        catch (RepositoryException cause) when (cause.Problem == RepositoryProblem.BadRevision)
        {
            throw new RepositoryException(
                RepositoryProblem.BadRevision,
                $"the baseline '{since}' (AiAttributionSince) is neither a tag, a commit nor a date",
                "git fetch --tags, or give a date such as 2026-01-31",
                cause);
        }
    }

    private static bool[] History(WalkedCommit[] walk, ObjectId baseline)
    {
        var before = new bool[walk.Length];
        for (int i = 0; i < walk.Length; i++)
        {
            before[i] |= walk[i].Node.Id == baseline;
            if (!before[i])
                continue;
            foreach (int parent in walk[i].Parents)
                before[parent] = true;
        }

        return before;
    }
}
