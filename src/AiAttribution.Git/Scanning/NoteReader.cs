using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>Reads the git-ai notes of commits, each only when it is asked for.</summary>
internal sealed class NoteReader
{
    private readonly GitRepository _repository;
    private readonly IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> _notes;

    public NoteReader(GitRepository repository, EvidenceOptions options)
    {
        _repository = repository;
        _notes = options.Sources.Contains(EvidenceKind.GitAiNote)
            ? NotesTree.Read(repository, GitAiNote.Ref)
            : new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
    }

    /// <summary>Number of annotated objects.</summary>
    public int Count => _notes.Count;

    /// <summary>The annotated objects.</summary>
    public IEnumerable<ObjectId> Annotated => _notes.Keys;

    /// <summary>Blob of a commit's note, the last one when there are several; null without one.</summary>
    public ObjectId? Find(ObjectId commit) => _notes.TryGetValue(commit, out IReadOnlyList<ObjectId>? blobs) ? blobs[^1] : null;

    /// <summary>What the note of a commit says; empty without one.</summary>
    public NoteContent Read(ObjectId commit)
    {
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (ObjectId blob in _notes.GetValueOrDefault(commit) ?? [])
            Add(commit, blob, files, problems);
        return new NoteContent(files, problems);
    }

    private void Add(ObjectId commit, ObjectId blob, Dictionary<string, IReadOnlyList<AttestedRange>> files, List<string> problems)
    {
        string place = $"the note of commit {commit.ToHex(_repository.Objects.IdLength)[..10]} in {GitAiNote.Ref}";
        if (_repository.Objects.Read(blob, GitAiNote.MaximumBytes) is not { } bytes)
        {
            problems.Add($"{place} is missing or larger than {GitAiNote.MaximumBytes >> 20} MiB and was not read");
            return;
        }

        GitAiNote note = GitAiNote.Parse(bytes);
        problems.AddRange(note.Problems.Select(problem => $"{place}: {problem}"));
        foreach (AttestedFile file in note.Files)
            files[file.Path] = file.Ranges;
    }
}
