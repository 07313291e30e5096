using AiAttribution.Git.Storage;
using LibGit2Sharp;
using ObjectId = AiAttribution.Git.Objects.ObjectId;

namespace AiAttribution.Git.Repositories;

/// <summary>References through LibGit2Sharp, which also checks who owns the repository.</summary>
internal sealed class LibGit2ReferenceReader : IReferenceReader
{
    private readonly Repository _repository;
    private readonly object _gate = new();

    private LibGit2ReferenceReader(Repository repository) => _repository = repository;

    public static LibGit2ReferenceReader Open(RepositoryLayout layout, LooseObjects loose) => new(OpenShielded(layout, loose));

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
