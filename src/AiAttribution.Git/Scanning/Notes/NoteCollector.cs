using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Puts together what the notes of one commit say, each by the form of its text.</summary>
internal sealed class NoteCollector(GitRepository repository, ObjectId commit, EvidenceOptions options)
{
    private readonly string _id = commit.ToHex(repository.Objects.IdLength);
    private readonly Dictionary<string, IReadOnlyList<AttestedRange>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<ShareOfFile> _shares = [];
    private readonly List<Allocation> _allocations = [];
    private readonly List<EvidenceStatement> _whole = [];
    private readonly List<NoteTrouble> _troubles = [];
    private bool _isCut;

    /// <summary>All that was added, and what traces say; a note decides before them.</summary>
    public NoteContent Content(IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>> traced, IReadOnlyList<EvidenceStatement> whole)
    {
        foreach ((string path, IReadOnlyList<AttestedRange> ranges) in traced)
            _files.TryAdd(path, ranges);
        foreach (ShareOfFile share in _shares)
            _files.TryAdd(share.Path, [share.Range]);
        return new NoteContent(_files) { Whole = [.. SessionNoteEvidence.Of(_allocations), .. _whole, .. whole], Troubles = _troubles, IsCut = _isCut, Open = _open };
    }

    /// <summary>Adds a note.</summary>
    public void Add(NotePlace note)
    {
        if (repository.Found.Read(note.Blob, GitAiNote.MaximumBytes) is not { } bytes)
        {
            if (NoteForms.IsAboutAi(note.Reference))
                Damaged(note, $" is missing or larger than {GitAiNote.MaximumBytes >> 20} MiB and was not read");
            return;
        }

        SessionNoteReading records = bytes.AsSpan().IndexOf("\"v\":"u8) < 0 ? new SessionNoteReading([], [], []) { Foreign = [""] } : SessionNote.Parse(bytes, isOurs: false);
        if (options.Sources.Contains(EvidenceKind.SessionNote))
            _allocations.AddRange(records.Allocations);

        // What is wrong with a record is told where its tokens are counted.
        _isCut |= records.Problems.Count > 0;
        bool isMixed = records.Allocations.Count + records.Problems.Count > 0;
        if (records.Foreign.Count > 0)
            AddForeign(note, isMixed ? Encoding.UTF8.GetBytes(string.Join('\n', records.Foreign)) : bytes);
    }

    /// <summary>Adds what signed statements say.</summary>
    public void Add(SignedWork signed)
    {
        _whole.AddRange(signed.Whole);
        foreach ((string path, IReadOnlyList<AttestedRange> ranges) in signed.Files)
            Add(path, ranges);
    }

    private void AddForeign(NotePlace note, byte[] bytes)
    {
        switch (NoteForms.Of(bytes))
        {
            // In the tool's own reference indented lines are what is left of such a note.
            case NoteForm.GitAi:
            case NoteForm.Other when note.Reference == GitAiNote.Ref && bytes.AsSpan().IndexOf("\n  "u8) >= 0:
                AddLines(note, bytes);
                break;
            case NoteForm.FileShares:
                AddShares(note, bytes);
                break;
            case NoteForm.Lines:
                AddLineNote(note, bytes);
                break;
            case NoteForm.Signed when options.Keys.Count > 0 || !options.Sources.Contains(EvidenceKind.SignedStatement):
                AddSigned(note, bytes);
                break;
            default:
                _isCut |= NoteForms.IsAboutAi(note.Reference);
                if (note.Reference != SessionNote.Ref)
                    _troubles.Add(new NoteTrouble(true, note.Reference, _id));
                break;
        }
    }

    private void AddLines(NotePlace place, byte[] bytes)
    {
        if (!options.Sources.Contains(EvidenceKind.GitAiNote))
            return;
        GitAiNote note = GitAiNote.Parse(bytes, place.Reference);
        _isCut |= note.IsCut;
        foreach (string path in note.Gaps)
            _open.Add(path);
        if (note.Problems.Count > 0)
            _troubles.Add(new NoteTrouble(false, place.Reference, $"{Place(place)}: {Once.Of(note.Problems, "it").First()}"));
        foreach (AttestedFile file in note.Files)
            Add(file.Path, file.Ranges);
    }

    private void AddShares(NotePlace place, byte[] bytes)
    {
        if (!options.Sources.Contains(EvidenceKind.FileShareNote))
            return;
        FileShareNote note = FileShareNote.Parse(bytes, place.Reference);
        if (note.Problem is { } problem)
            Damaged(place, $": {problem}");
        _shares.AddRange(note.Files);
    }

    private void AddLineNote(NotePlace place, byte[] bytes)
    {
        if (!options.Sources.Contains(EvidenceKind.LineNote))
            return;
        LineNote note = LineNote.Parse(bytes, place.Reference);
        _isCut |= note.IsCut;
        _open.UnionWith(note.Open);
        if (note.Problem is { } problem)
            _troubles.Add(new NoteTrouble(false, place.Reference, $"{Place(place)}: {problem}"));
        foreach (AttestedFile file in note.Files)
            Add(file.Path, file.Ranges);
    }

    private void AddSigned(NotePlace place, byte[] bytes)
    {
        if (!options.Sources.Contains(EvidenceKind.SignedStatement))
            return;
        var signed = new SignedNote(repository, _id, options.Keys, place.Reference);
        if (signed.Read(bytes) is { } problem)
        {
            // Whoever may push can write such a note: where it does not hold, it says nothing.
            _isCut |= NoteForms.IsAboutAi(place.Reference);
            _troubles.Add(new NoteTrouble(false, place.Reference, $"{Place(place)}: {problem}"));
        }

        Add(signed.Said);
    }

    private void Add(string path, IReadOnlyList<AttestedRange> ranges) =>
        _files[path] = _files.TryGetValue(path, out IReadOnlyList<AttestedRange>? held) ? AttestedFile.Unite(held, ranges) : ranges;

    private void Damaged(NotePlace note, string problem)
    {
        _isCut = true;
        _troubles.Add(new NoteTrouble(false, note.Reference, Place(note) + problem));
    }

    private string Place(NotePlace note) => $"the note of commit {_id[..10]} in {note.Reference}";
}
