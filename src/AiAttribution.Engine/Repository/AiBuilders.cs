using AiAttribution.Core.Evidence;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Repository;

/// <summary>Numbers the people behind AI commits, so that groups of too few are not shown. Names and e-mail addresses end here.</summary>
internal static class AiBuilders
{
    /// <summary>Who made a commit, as a number without meaning outside of this run; null for a machine and for what cannot be read.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="options">Own agents, which are no builders.</param>
    /// <param name="commits">Full ids.</param>
    public static Func<string, int?> Of(GitRepository repository, EvidenceOptions options, IEnumerable<string> commits)
    {
        var builders = new BuilderNumbers(options);
        foreach (string id in commits.Distinct(StringComparer.Ordinal))
        {
            if (repository.Graph.ReadWhole(ObjectId.Parse(id)) is { } whole)
                builders.Add(whole.Facts(id));
        }

        return builders.Of;
    }
}
