using System.Text;
using LibGit2Sharp;
using ObjectId = AiAttribution.Git.Objects.ObjectId;

namespace AiAttribution.Git.Repositories;

/// <summary>References through LibGit2Sharp, which also checks who owns the repository.</summary>
internal sealed class LibGit2ReferenceReader : IReferenceReader
{
    private readonly Repository _repository;
    private readonly object _gate = new();

    private LibGit2ReferenceReader(Repository repository) => _repository = repository;

    public static LibGit2ReferenceReader Open(RepositoryLayout layout)
    {
        try
        {
            return new LibGit2ReferenceReader(new Repository(layout.WorkingDirectory ?? layout.GitDirectory));
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
            return _repository.Refs[name]?.ResolveToDirectReference()?.TargetIdentifier is { } hex ? ObjectId.Parse(hex) : null;
    }

    public IEnumerable<ObjectId> Branches()
    {
        lock (_gate)
            return [.. _repository.Branches.Where(branch => !branch.IsRemote && branch.Tip is not null).Select(branch => Id(branch.Tip))];
    }

    public IEnumerable<(string Name, ObjectId Target)> Tags()
    {
        lock (_gate)
        {
            return [.. _repository.Tags
                .Where(tag => tag.PeeledTarget is Commit)
                .Select(tag => (tag.FriendlyName, Id(tag.PeeledTarget)))];
        }
    }

    public IReadOnlyDictionary<ObjectId, ObjectId> Replacements()
    {
        const string Prefix = "refs/replace/";
        var replacements = new Dictionary<ObjectId, ObjectId>();
        lock (_gate)
        {
            foreach (DirectReference reference in _repository.Refs.FromGlob(Prefix + "*").OfType<DirectReference>())
            {
                if (ObjectId.TryParse(Encoding.UTF8.GetBytes(reference.CanonicalName[Prefix.Length..]), out ObjectId replaced))
                    replacements[replaced] = ObjectId.Parse(reference.TargetIdentifier);
            }
        }

        return replacements;
    }

    public void Dispose() => _repository.Dispose();

    private static ObjectId Id(GitObject target) => new(target.Id.RawId);
}
