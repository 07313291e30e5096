using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>The notes of a reference.</summary>
/// <param name="ByCommit">Allocations by full id of the commit that they annotate.</param>
/// <param name="Problems">What could not be read, one sentence each.</param>
internal sealed record SessionNotes(IReadOnlyDictionary<string, IReadOnlyList<Allocation>> ByCommit, IReadOnlyList<string> Problems)
{
    /// <summary>Lines of notes that could not be read, by full id of the commit.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Unread { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    private const int ShortId = 10;

    /// <summary>Reads all notes, of the reference that held them before, too; a record counts once wherever it lies.</summary>
    public static SessionNotes Read(GitRepository repository)
    {
        SessionNotes now = Read(repository, SessionNote.Ref);
        SessionNotes before = Read(repository, SessionNote.OldRef);
        if (before.ByCommit.Count + before.Problems.Count == 0)
            return now;
        var all = new Dictionary<string, IReadOnlyList<Allocation>>(now.ByCommit, StringComparer.Ordinal);
        foreach ((string commit, IReadOnlyList<Allocation> allocations) in before.ByCommit)
            all[commit] = SessionNote.Unite([.. all.GetValueOrDefault(commit, []), .. allocations]);
        return new SessionNotes(all, [.. now.Problems, .. before.Problems]) { Unread = now.Unread };
    }

    /// <summary>Reads the notes of one reference.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="reference">Full name of the reference.</param>
    public static SessionNotes Read(GitRepository repository, string reference)
    {
        var notes = new Dictionary<string, IReadOnlyList<Allocation>>(StringComparer.Ordinal);
        var unread = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach ((ObjectId id, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, reference, problems))
        {
            string commit = id.ToHex(repository.Objects.IdLength);
            SessionNoteReading[] readings = [.. blobs.Select(blob => Read(repository, blob, reference, commit, problems))];
            if (readings.Any(r => r.Allocations.Count > 0))
                notes[commit] = SessionNote.Unite(readings.SelectMany(r => r.Allocations));
            unread[commit] = [.. readings.SelectMany(r => r.Unread)];
        }

        problems.Sort(StringComparer.Ordinal);
        return new SessionNotes(notes, [.. Once.Of(problems, reference)]) { Unread = unread };
    }

    private static SessionNoteReading Read(GitRepository repository, ObjectId blob, string reference, string commit, List<string> problems)
    {
        string name = $"the note of commit {commit[..ShortId]} in {reference}";
        if (repository.Found.Read(blob, SessionNote.MaximumBytes) is not { } bytes)
        {
            problems.Add($"{name} is missing or larger than {SessionNote.MaximumBytes >> 20} MiB and was not read");
            return new SessionNoteReading([], [], []);
        }

        // In the reference that is ours alone, what has no other tool's form is a damaged record.
        SessionNoteReading reading = SessionNote.Parse(bytes, isOurs: reference == SessionNote.Ref && NoteForms.Of(bytes) == NoteForm.Other);
        problems.AddRange(reading.Problems.Select(problem => $"{name}, {problem}"));
        return reading;
    }
}
