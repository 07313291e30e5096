using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Reads what notes and traces say of commits, each only when it is asked for: our own session notes, notes of other tools in whatever reference they lie, agent traces, and signed statements.</summary>
internal sealed class NoteReader
{
    private readonly GitRepository _repository;
    private readonly EvidenceOptions _options;
    private readonly IReadOnlyDictionary<ObjectId, List<NotePlace>> _notes;
    private readonly ObjectId[] _annotated;
    private readonly List<string> _noteProblems = [];
    private readonly TraceIndex _traces;
    private readonly SignedFiles _signed;

    /// <param name="repository">The repository.</param>
    /// <param name="options">The kinds of evidence that count.</param>
    /// <param name="commit">Full id of the commit whose tree may hold traces and statements; null when they are not asked for.</param>
    public NoteReader(GitRepository repository, EvidenceOptions options, string? commit = null)
    {
        _repository = repository;
        _options = options;
        _notes = NotePlaces.Read(repository, options, _noteProblems);
        _annotated = options.Sources.Contains(EvidenceKind.GitAiNote) ? [.. _notes.Where(n => n.Value.Exists(note => note.Reference == GitAiNote.Ref)).Select(n => n.Key)] : [];
        _traces = new TraceIndex(repository, commit, options.Sources.Contains(EvidenceKind.AgentTrace));
        _signed = new SignedFiles(repository, commit, options);
    }

    /// <summary>Number of objects with a note of git-ai in its own reference.</summary>
    public int Count => _annotated.Length;

    /// <summary>Whether anything here may name lines.</summary>
    public bool MayNameLines => _traces.Commits.Count > 0 || _signed.Commits.Count > 0 || _notes.Any(n => n.Value.Exists(note => note.Reference != SessionNote.Ref));

    /// <summary>All that a note or a trace is about.</summary>
    public IEnumerable<ObjectId> Annotated => _notes.Keys.Concat(_traces.Commits).Concat(_signed.Commits).Distinct();

    /// <summary>Why references of notes were not read.</summary>
    public IReadOnlyList<string> NoteProblems => _noteProblems;

    /// <summary>What could not be read of traces.</summary>
    public IReadOnlyList<string> TraceProblems => _traces.Problems;

    /// <summary>Why signed statements in the tree are not believed.</summary>
    public IReadOnlyList<string> StatementProblems => _signed.Problems;

    /// <summary>Whether an object has a note of git-ai in its own reference.</summary>
    public bool IsAnnotated(ObjectId commit) => _notes.TryGetValue(commit, out List<NotePlace>? notes) && _annotated.Length > 0 && notes.Exists(note => note.Reference == GitAiNote.Ref);

    /// <summary>Whether a note or a trace, of whatever tool, tells of lines of a commit.</summary>
    public bool NamesLines(ObjectId commit) => IsAnnotated(commit) || (Find(commit) is not null && Read(commit) is { } content && (content.Files.Count > 0 || content.IsOpen));

    /// <summary>Names all that is said of a commit: a blob, or a hash of several. Null when nothing is.</summary>
    public ObjectId? Find(ObjectId commit)
    {
        List<NotePlace> parts = _notes.GetValueOrDefault(commit, []);
        string files = (_traces.Has(commit) ? _traces.Fingerprint : "") + (_signed.Of(commit) is null ? "" : _signed.Fingerprint);
        if (parts.Count == 0 && files.Length == 0)
            return null;
        string text = string.Concat(parts.Select(part => $"{part.Reference} {part.Blob.ToHex(_repository.Objects.IdLength)}\n")) + files;
        return new ObjectId(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, _repository.Objects.IdLength));
    }

    /// <summary>What is said of a commit; empty when nothing is. A note decides for the files it names.</summary>
    public NoteContent Read(ObjectId commit)
    {
        var said = new NoteCollector(_repository, commit, _options);
        foreach (NotePlace note in _notes.GetValueOrDefault(commit, []))
            said.Add(note);
        if (_signed.Of(commit) is { } signed)
            said.Add(signed);
        (IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>> traced, IReadOnlyList<EvidenceStatement> whole) = _traces.Read(commit);
        return said.Content(traced, whole);
    }
}
