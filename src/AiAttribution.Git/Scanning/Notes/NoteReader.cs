using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Reads what notes and traces say of commits, each only when it is asked for: git-ai notes, our own session notes, and agent traces.</summary>
internal sealed class NoteReader
{
    private readonly GitRepository _repository;
    private readonly IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> _notes;
    private readonly IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> _sessions;
    private readonly TraceIndex _traces;

    /// <param name="repository">The repository.</param>
    /// <param name="options">The kinds of evidence that count.</param>
    /// <param name="commit">Full id of the commit whose tree may hold traces; null when they are not asked for.</param>
    public NoteReader(GitRepository repository, EvidenceOptions options, string? commit = null)
    {
        _repository = repository;
        _notes = Notes(EvidenceKind.GitAiNote, GitAiNote.Ref);
        _sessions = Notes(EvidenceKind.SessionNote, SessionNote.Ref);
        _traces = new TraceIndex(repository, commit, options.Sources.Contains(EvidenceKind.AgentTrace));

        IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> Notes(EvidenceKind kind, string reference) =>
            options.Sources.Contains(kind) ? NotesTree.Read(repository, reference) : new Dictionary<ObjectId, IReadOnlyList<ObjectId>>();
    }

    /// <summary>Number of objects with a git-ai note.</summary>
    public int Count => _notes.Count;

    /// <summary>The objects with a git-ai note.</summary>
    public IEnumerable<ObjectId> Annotated => _notes.Keys;

    /// <summary>What could not be read of traces.</summary>
    public IReadOnlyList<string> TraceProblems => _traces.Problems;

    /// <summary>Whether an object has a git-ai note.</summary>
    public bool IsAnnotated(ObjectId commit) => _notes.ContainsKey(commit);

    /// <summary>Names all that is said of a commit: a blob, or a hash of several. Null when nothing is.</summary>
    public ObjectId? Find(ObjectId commit)
    {
        ObjectId[] parts = [.. _notes.GetValueOrDefault(commit, []).TakeLast(1), .. _sessions.GetValueOrDefault(commit, [])];
        bool traced = _traces.Has(commit);
        if (parts.Length + (traced ? 1 : 0) == 0)
            return null;
        if (parts.Length == 1 && !traced)
            return parts[0];
        string text = string.Concat(parts.Select(part => part.ToHex(_repository.Objects.IdLength))) + (traced ? _traces.Fingerprint : "");
        return new ObjectId(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, _repository.Objects.IdLength));
    }

    /// <summary>What is said of a commit; empty when nothing is. A git-ai note decides for the files it names.</summary>
    public NoteContent Read(ObjectId commit)
    {
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (ObjectId blob in _notes.GetValueOrDefault(commit) ?? [])
            Add(commit, blob, files, problems);
        (IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>> traced, IReadOnlyList<EvidenceStatement> whole) = _traces.Read(commit);
        foreach ((string path, IReadOnlyList<AttestedRange> ranges) in traced)
            files.TryAdd(path, ranges);
        return new NoteContent(files, problems) { Whole = [.. Sessions(commit), .. whole] };
    }

    /// <summary>What is wrong with a session note is told where its tokens are counted.</summary>
    private IReadOnlyList<EvidenceStatement> Sessions(ObjectId commit) =>
        SessionNoteEvidence.Of(_sessions.GetValueOrDefault(commit, [])
            .Select(blob => _repository.Objects.Read(blob, SessionNote.MaximumBytes))
            .OfType<byte[]>()
            .SelectMany(bytes => SessionNote.Parse(bytes).Allocations));

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
