using System.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.History;

/// <summary>
/// The notes of one reference by the object they annotate. Walked by hand: libgit2 does not find every note of a tree with mixed fan-out, and invents one for a stray file.
/// </summary>
internal static class NotesTree
{
    /// <summary>Blobs by annotated object; several when a note stands both flat and fanned out.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="reference">Full name of the reference.</param>
    /// <param name="problems">Takes why nothing of a reference is read that has too many paths.</param>
    public static IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> Read(GitRepository repository, string reference, List<string> problems)
    {
        try
        {
            return Read(repository, reference);
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.TooLarge)
        {
            problems.Add($"{reference} is not read: {problem.Message}");
            return new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
        }
    }

    /// <summary>Blobs by annotated object, as above.</summary>
    /// <exception cref="RepositoryException">There are too many paths, or the tree is damaged.</exception>
    public static IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> Read(GitRepository repository, string reference)
    {
        var notes = new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
        if (repository.FindReference(reference) is { } tip)
        {
            ObjectId tree = repository.Graph.Read(tip).Tree;
            repository.Trees.VisitFiles(tree, (path, entry) =>
            {
                if (Annotated(path, repository.Objects.IdLength) is not { } id || !entry.IsFile)
                    return;
                notes[id] = notes.TryGetValue(id, out IReadOnlyList<ObjectId>? blobs) ? [.. blobs, entry.Id] : [entry.Id];
            });
        }

        return notes;
    }

    /// <summary>The id a note's path spells: folders of two hexadecimal digits, then the rest.</summary>
    private static ObjectId? Annotated(string path, int idLength)
    {
        string[] parts = path.Split('/');
        if (parts[..^1].Any(folder => folder.Length != 2))
            return null;
        string hex = string.Concat(parts);
        return hex.Length == idLength * 2 && ObjectId.TryParse(Encoding.ASCII.GetBytes(hex), out ObjectId id) ? id : null;
    }
}
