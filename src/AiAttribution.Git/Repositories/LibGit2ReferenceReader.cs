using AiAttribution.Git.Storage;
using LibGit2Sharp;
using ObjectId = AiAttribution.Git.Objects.ObjectId;

namespace AiAttribution.Git.Repositories;

/// <summary>References through LibGit2Sharp, which also checks who owns the repository.</summary>
internal sealed class LibGit2ReferenceReader : IReferenceReader
{
    private readonly Repository _repository;
    private readonly CheckedPacks _packs;
    private readonly object _gate = new();

    private LibGit2ReferenceReader(Repository repository, CheckedPacks packs) => (_repository, _packs) = (repository, packs);

    /// <summary>Opens the references.</summary>
    /// <param name="layout">Where the repository is.</param>
    /// <param name="packs">Its packs, checked.</param>
    /// <param name="loose">Its loose objects.</param>
    public static LibGit2ReferenceReader Open(RepositoryLayout layout, CheckedPacks packs, LooseObjects loose) => new(OpenShielded(layout, loose), packs);

    /// <summary>A repository of LibGit2Sharp that does not leave loose objects to libgit2.</summary>
    public static Repository OpenShielded(RepositoryLayout layout, LooseObjects loose)
    {
        try
        {
            var repository = new Repository(layout.Place);
            repository.ObjectDatabase.AddBackend(new LooseBackend(loose), LooseBackend.Priority);
            return repository;
        }
        catch (LibGit2SharpException cause)
        {
            throw RepositoryGuard.Translate(cause);
        }
    }

    public ObjectId? Resolve(string rev)
    {
        lock (_gate)
        {
            // An object that is not there makes libgit2 look for new packs.
            _packs.Find();
            try
            {
                return _repository.Lookup(rev)?.Peel<Commit>() is { } commit ? Id(commit) : null;
            }
            catch (LibGit2SharpException)
            {
                return null;
            }
        }
    }

    public ObjectId? Find(string name)
    {
        lock (_gate)
            return ReadGuard.Run<ObjectId?>($"the reference {name}", () => _repository.Refs[name]?.ResolveToDirectReference()?.TargetIdentifier is { } hex ? ObjectId.Parse(hex) : null);
    }

    public IReadOnlyList<GitReference> List(string prefix)
    {
        lock (_gate)
            return ReadGuard.Run($"the references below {prefix}", () => All(prefix));
    }

    public void Dispose() => _repository.Dispose();

    private List<GitReference> All(string prefix)
    {
        var references = new List<GitReference>();
        foreach (Reference reference in _repository.Refs.FromGlob(prefix + "*"))
        {
            if (reference.ResolveToDirectReference()?.TargetIdentifier is { } hex)
                references.Add(new GitReference(reference.CanonicalName[prefix.Length..], ObjectId.Parse(hex)));
        }

        return references;
    }

    private static ObjectId Id(GitObject target) => new(target.Id.RawId);
}
