using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>A note of a commit.</summary>
/// <param name="Reference">The reference that holds it.</param>
/// <param name="Blob">Its text.</param>
internal readonly record struct NotePlace(string Reference, ObjectId Blob);

/// <summary>Finds the notes of all references below <c>refs/notes</c>: tools use each other's names, so what a note is, its text alone tells.</summary>
internal static class NotePlaces
{
    private const int MostReferences = 1_000;
    private const int Others = 2;

    private static readonly EvidenceKind[] Kinds = [EvidenceKind.GitAiNote, EvidenceKind.SessionNote, EvidenceKind.FileShareNote, EvidenceKind.LineNote, EvidenceKind.SignedStatement];

    /// <summary>References that hold notes, git-ai's own first, and what they point at.</summary>
    public static IEnumerable<GitReference> References(GitRepository repository, EvidenceOptions options) =>
        options.Sources.Overlaps(Kinds)
            ? repository.References("refs/notes/*").Where(reference => !DeploymentNotes.IsOurs(reference.Name) && IsNotes(repository, reference)).OrderBy(reference => Rank(reference.Name)).Take(MostReferences)
            : [];

    /// <summary>Whoever may push can point a reference of another tool at anything.</summary>
    private static bool IsNotes(GitRepository repository, GitReference reference)
    {
        try
        {
            return repository.Graph.TryRead(reference.Target, out _) || Rank(reference.Name) < Others;
        }
        catch (RepositoryException) when (Rank(reference.Name) == Others)
        {
            return false;
        }
    }

    /// <summary>Notes by annotated object; a text that stands in several references counts once.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="options">The kinds of evidence that count.</param>
    /// <param name="problems">Takes why references are not read.</param>
    public static IReadOnlyDictionary<ObjectId, List<NotePlace>> Read(GitRepository repository, EvidenceOptions options, List<string> problems)
    {
        var notes = new Dictionary<ObjectId, List<NotePlace>>();
        foreach (GitReference reference in References(repository, options))
        {
            foreach ((ObjectId annotated, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, reference.Name, problems))
            {
                if (!notes.TryGetValue(annotated, out List<NotePlace>? held))
                    notes.Add(annotated, held = []);
                held.AddRange(blobs.Where(blob => !held.Exists(note => note.Blob == blob)).Select(blob => new NotePlace(reference.Name, blob)));
            }
        }

        return notes;
    }

    private static int Rank(string reference) => reference switch
    {
        GitAiNote.Ref => 0,
        SessionNote.Ref => 1,
        _ => Others,
    };
}
