using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>Reads the git-ai notes of commits.</summary>
internal sealed class NoteReader
{
    private readonly GitRepository _repository;
    private readonly IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> _notes;
    private readonly List<string> _problems = [];

    public NoteReader(GitRepository repository, EvidenceOptions options)
    {
        _repository = repository;
        _notes = options.Sources.Contains(EvidenceKind.GitAiNote)
            ? NotesTree.Read(repository, GitAiNote.Ref)
            : new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
    }

    /// <summary>Notes that annotate a commit that was asked for.</summary>
    public int Used { get; private set; }

    public int Unused => _notes.Count - Used;

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Lines that the note of a commit names, by path; null without a note that attests anything.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>>? Read(ObjectId commit)
    {
        if (!_notes.TryGetValue(commit, out IReadOnlyList<ObjectId>? blobs))
            return null;
        Used++;
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        foreach (ObjectId blob in blobs)
            Add(commit, blob, files);
        return files.Count > 0 ? files : null;
    }

    private void Add(ObjectId commit, ObjectId blob, Dictionary<string, IReadOnlyList<AttestedRange>> files)
    {
        string shortId = commit.ToHex(_repository.Objects.IdLength)[..10];
        if (_repository.Objects.Read(blob, GitAiNote.MaximumBytes) is not { } bytes)
        {
            _problems.Add($"the note of commit {shortId} in {GitAiNote.Ref} is missing or larger than {GitAiNote.MaximumBytes >> 20} MiB and was not read");
            return;
        }

        GitAiNote note = GitAiNote.Parse(bytes);
        foreach (string problem in note.Problems)
            _problems.Add($"the note of commit {shortId} in {GitAiNote.Ref}: {problem}");
        foreach (AttestedFile file in note.Files)
            files[file.Path] = file.Ranges;
    }
}
