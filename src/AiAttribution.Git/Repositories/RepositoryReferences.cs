using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>What the references of a repository point at.</summary>
internal static class RepositoryReferences
{
    private const string TagPrefix = "refs/tags/";
    private const string BranchPrefix = "refs/heads/";

    /// <summary>Tags that name a commit, ordered by name.</summary>
    public static IReadOnlyList<TagReference> Tags(this GitRepository repository) =>
        [.. repository.ReferenceReader.List(TagPrefix)
            .Select(tag => TagTarget.Commit(repository.Found, tag.Target) is { } commit ? Named(repository, tag.Name, commit) : null)
            .OfType<TagReference>()
            .OrderBy(tag => tag.Name, StringComparer.Ordinal)];

    /// <summary>Branches, those of remotes without the remote's name; the local one where both have it. Ordered by name.</summary>
    public static IReadOnlyList<TagReference> Branches(this GitRepository repository) =>
        [.. repository.ReferenceReader.List("refs/heads/")
            .Concat(repository.ReferenceReader.List("refs/remotes/").Select(branch => branch with { Name = branch.Name[(branch.Name.IndexOf('/', StringComparison.Ordinal) + 1)..] }))
            .Where(branch => branch.Name != "HEAD" && repository.Graph.TryRead(branch.Target, out _))
            .DistinctBy(branch => branch.Name, StringComparer.Ordinal)
            .Select(branch => Named(repository, branch.Name, branch.Target))
            .OrderBy(branch => branch.Name, StringComparer.Ordinal)];

    /// <summary>What all branches point at, those of remotes included; what is not here is among them.</summary>
    public static IEnumerable<ObjectId> BranchTips(this GitRepository repository) => repository.ReferenceReader.List(BranchPrefix).Concat(repository.ReferenceReader.List("refs/remotes/")).Select(branch => branch.Target).Distinct();

    /// <summary>References whose full names match a pattern in which <c>*</c> stands for anything, in the order of names.</summary>
    public static IReadOnlyList<GitReference> References(this GitRepository repository, string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        string prefix = pattern[..(pattern.LastIndexOf('/', star < 0 ? pattern.Length - 1 : star) + 1)];
        Glob names = Glob.ForNames(pattern);
        return [.. repository.ReferenceReader.List(prefix)
            .Select(reference => reference with { Name = prefix + reference.Name })
            .Where(reference => names.Matches(reference.Name))
            .OrderBy(reference => reference.Name, StringComparer.Ordinal)];
    }

    /// <summary>Tips of all local branches, and HEAD.</summary>
    public static IReadOnlyList<ObjectId> Tips(this GitRepository repository) => Tips(repository, [BranchPrefix]);

    /// <summary>Tips of all branches, those of remotes and of pull requests where they were fetched too.</summary>
    public static IReadOnlyList<ObjectId> AllTips(this GitRepository repository) => Tips(repository, [BranchPrefix, "refs/remotes/", "refs/pull/"]);

    private static IReadOnlyList<ObjectId> Tips(GitRepository repository, IEnumerable<string> prefixes) =>
        [.. prefixes.SelectMany(repository.ReferenceReader.List)
            .Select(branch => branch.Target)
            .Append(repository.ReferenceReader.Find("HEAD") ?? default)
            .Distinct()
            .Where(id => !id.IsNull && repository.Graph.TryRead(id, out _))];

    private static TagReference Named(GitRepository repository, string name, ObjectId commit) => new(name, commit.ToHex(repository.Objects.IdLength), CommitTimes.ToDate(repository.Graph.Read(commit).Time));
}
