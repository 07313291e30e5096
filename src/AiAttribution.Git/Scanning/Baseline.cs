using System.Globalization;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning;

/// <summary>Which commits belong to the time before the baseline.</summary>
internal static class Baseline
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss zzz"];

    /// <summary>One value per commit of the walk: true when it is part of the baseline's history, or was committed before its date.</summary>
    /// <exception cref="RepositoryException">The baseline names nothing.</exception>
    public static bool[] Read(GitRepository repository, WalkedCommit[] walk, string? since)
    {
        if (string.IsNullOrWhiteSpace(since))
            return new bool[walk.Length];
        if (Date(since) is { } date)
            return Array.ConvertAll(walk, commit => commit.Node.Time < date.ToUnixTimeSeconds());
        return History(walk, ObjectId.Parse(Resolve(repository, since.Trim())));
    }

    /// <summary>The baseline's date; null when it is a revision. Only ISO dates count, because a lenient reader takes a tag such as <c>1.2</c> for a day of this year.</summary>
    public static DateTimeOffset? Date(string since) =>
        DateTimeOffset.TryParseExact(since.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    /// <summary>A baseline that names the same commit tomorrow: dates and tags as they are, else the full id.</summary>
    /// <exception cref="RepositoryException">It names nothing.</exception>
    public static string Fixed(GitRepository repository, string since) =>
        Date(since) is not null || repository.Tags().Any(tag => tag.Name == since) ? since : Resolve(repository, since);

    /// <summary>Full id of the baseline's commit.</summary>
    /// <exception cref="RepositoryException">It names nothing.</exception>
    public static string Resolve(GitRepository repository, string since)
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
