using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Repository;

/// <summary>What models cost in a repository: the table inside the product, and what its policy states.</summary>
/// <param name="Table">The prices.</param>
/// <param name="Problems">What is wrong with the policy file; its prices are left out then.</param>
internal sealed record RepositoryPrices(PriceTable Table, IReadOnlyList<BuildProblem> Problems)
{
    /// <summary>Reads the prices of the repository that a folder lies in; outside of one the table inside the product.</summary>
    /// <remarks>A working tree without a policy file has none: to open its history for that alone takes longer than to list sessions.</remarks>
    public static RepositoryPrices Of(string directory)
    {
        if (RepositoryElsewhere.Find(directory) is not { } layout || (layout.WorkingDirectory is { } root && !Path.Exists(Path.Combine(root, AttributionPolicy.FileName))))
            return new RepositoryPrices(PriceTable.BuiltIn, []);
        try
        {
            using GitRepository repository = GitRepository.Open(directory);
            return Of(repository);
        }
        catch (RepositoryException)
        {
            return new RepositoryPrices(PriceTable.BuiltIn, []);
        }
    }

    /// <summary>Reads the prices of a repository.</summary>
    public static RepositoryPrices Of(GitRepository repository)
    {
        string commit = repository.FindCommit("HEAD") ?? "";
        if (commit.Length == 0)
            return new RepositoryPrices(PriceTable.BuiltIn, []);
        PolicySource source = PolicySource.Read(repository, commit, new CollectOptions { StartDirectory = "." });
        return source.Policy is { } policy ? new RepositoryPrices(PriceTable.BuiltIn.With(policy.Prices), []) : new RepositoryPrices(PriceTable.BuiltIn, source.Notes);
    }
}
