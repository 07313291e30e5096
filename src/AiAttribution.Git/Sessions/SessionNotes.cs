using AiAttribution.Core.Sessions.Notes;
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

    /// <summary>Reads all notes.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="reference">Full name of the reference.</param>
    public static SessionNotes Read(GitRepository repository, string reference = SessionNote.Ref)
    {
        var notes = new Dictionary<string, IReadOnlyList<Allocation>>(StringComparer.Ordinal);
        var unread = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach ((ObjectId id, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, reference))
        {
            string commit = id.ToHex(repository.Objects.IdLength);
            SessionNoteReading[] readings = [.. blobs.Select(blob => Read(repository, blob, $"the note of commit {commit[..ShortId]} in {reference}", problems))];
            notes[commit] = SessionNote.Unite(readings.SelectMany(r => r.Allocations));
            unread[commit] = [.. readings.SelectMany(r => r.Unread)];
        }

        problems.Sort(StringComparer.Ordinal);
        return new SessionNotes(notes, problems) { Unread = unread };
    }

    private static SessionNoteReading Read(GitRepository repository, ObjectId blob, string name, List<string> problems)
    {
        if (repository.Objects.Read(blob, SessionNote.MaximumBytes) is not { } bytes)
        {
            problems.Add($"{name} is missing or larger than {SessionNote.MaximumBytes >> 20} MiB and was not read");
            return new SessionNoteReading([], [], []);
        }

        SessionNoteReading reading = SessionNote.Parse(bytes);
        problems.AddRange(reading.Problems.Select(problem => $"{name}, {problem}"));
        return reading;
    }
}
