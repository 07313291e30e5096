using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Cache;

/// <summary>What is known of the first-parent line of a commit.</summary>
/// <param name="Head">Full id of the commit.</param>
/// <param name="Commit">Full id of the earliest commit that refers to the package.</param>
internal sealed record KnownAdoption(string Head, string Commit);

/// <summary>Keeps the last answer in one file, so that the next HEAD asks only for the commits that are new.</summary>
internal sealed class AdoptionCache : CacheCodec<KnownAdoption>
{
    private static readonly AdoptionCache Codec = new();

    /// <summary>The answer for a commit.</summary>
    /// <param name="repository">A repository whose history is whole.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="find">Finds it; is given what is known of an earlier commit, or null.</param>
    public static Adoption GetOrFind(GitRepository repository, string commit, Func<KnownAdoption?, Adoption> find)
    {
        if (repository.Caches.Path is not { } folder)
            return find(null);
        string file = Path.Combine(folder, "adoption" + CacheFile.Extension);
        KnownAdoption? known = CacheFile.Read(file, Codec);
        if (known?.Head == commit)
            return new Adoption(known.Commit, false);
        Adoption found = find(known);
        // A commit that is only taken because nothing is committed yet is no answer for later ones.
        if (found.Commit != commit)
            CacheFile.Write(file, Codec, new KnownAdoption(commit, found.Commit));
        return found;
    }

    public override void Write(CompactWriter writer, KnownAdoption value)
    {
        writer.Text(value.Head);
        writer.Text(value.Commit);
    }

    public override KnownAdoption Read(CompactReader reader) => new(reader.Name(), reader.Name());
}
