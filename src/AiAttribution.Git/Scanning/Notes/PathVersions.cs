using System.Security.Cryptography;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>The texts that a file had, with the commits that gave it them.</summary>
internal sealed class PathVersions(GitRepository repository, Reachable history)
{
    private const int MostBytes = 64 << 20;

    private readonly Dictionary<ObjectId, string?> _digests = [];

    /// <summary>Each commit in which a file is another one than in all of its parents, with the file's SHA-256.</summary>
    public IEnumerable<(ObjectId Commit, string Digest)> Of(string path)
    {
        var blobs = new ObjectId[history.Count];
        for (int number = 0; number < history.Count; number++)
            blobs[number] = repository.Trees.Find(history[number].Tree, path) is { IsFile: true } entry ? entry.Id : default;
        for (int number = 0; number < history.Count; number++)
        {
            if (!blobs[number].IsNull && !Array.Exists(history.Parents(number), parent => blobs[parent] == blobs[number]) && Digest(blobs[number]) is { } digest)
                yield return (history[number].Id, digest);
        }
    }

    private string? Digest(ObjectId blob)
    {
        if (!_digests.TryGetValue(blob, out string? digest))
            _digests.Add(blob, digest = repository.Found.Read(blob, MostBytes) is { } bytes ? Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant() : null);
        return digest;
    }
}
