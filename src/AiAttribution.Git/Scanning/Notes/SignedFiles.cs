using System.Globalization;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// Signed statements that lie in the tree as files, by the commit that they speak of: the one that a statement names, or of lines the one that gave the file the text whose digest it names.
/// Whoever may push can commit such a file, so it says nothing but by a key of the policy.
/// </summary>
internal sealed class SignedFiles
{
    private const string Folder = "provenance";
    private const int MostFiles = 1_000;
    private const int MostLookUps = 2_000_000;
    private const int MostBytes = 64 << 20;
    private static readonly string[] Ends = [".att.json", ".intoto.json", ".intoto.jsonl"];

    private readonly GitRepository _repository;
    private readonly EvidenceOptions _options;
    private readonly Dictionary<ObjectId, SignedWork> _byCommit = [];
    private readonly List<(string Place, SignedStatement Statement, IReadOnlyList<GeneratedFile> Files)> _named = [];

    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit whose tree may hold statements; null when they are not asked for.</param>
    /// <param name="options">The kinds of evidence that count, and the keys.</param>
    public SignedFiles(GitRepository repository, string? commit, EvidenceOptions options)
    {
        _repository = repository;
        _options = options;
        (string Path, ObjectId Blob)[] files = commit is null ? [] : [.. Files(repository, commit, options)];
        if (files.Length == 0)
            return;
        if (options.Keys.Count == 0)
        {
            Problems.Add($"{files[0].Path} is not read: the policy names no key that signed statements are verified by (evidence.keys)");
            return;
        }

        Fingerprint = Name(repository, files);
        var history = Reachable.From(repository.Graph, [ObjectId.Parse(commit!)]);
        long left = MostBytes;
        foreach ((string path, ObjectId blob) in files)
            Open(path, blob, history, ref left);
        Place(history);
    }

    /// <summary>Changes when a statement does; empty without one. Reads none.</summary>
    public static string FingerprintOf(GitRepository repository, string commit, EvidenceOptions options) => Name(repository, Files(repository, commit, options));

    /// <summary>Why statements are not believed.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>See <see cref="FingerprintOf"/>.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>The commits that statements speak of.</summary>
    public IReadOnlyCollection<ObjectId> Commits => _byCommit.Keys;

    /// <summary>What is said of a commit; null when nothing is.</summary>
    public SignedWork? Of(ObjectId commit) => _byCommit.GetValueOrDefault(commit);

    private static string Name(GitRepository repository, IEnumerable<(string Path, ObjectId Blob)> files) => string.Concat(files.Select(f => $"{f.Path} {f.Blob.ToHex(repository.Objects.IdLength)}\n"));

    private static IEnumerable<(string Path, ObjectId Blob)> Files(GitRepository repository, string commit, EvidenceOptions options)
    {
        var found = new List<(string Path, ObjectId Blob)>();
        if (options.Sources.Contains(EvidenceKind.SignedStatement) && repository.FindEntry(commit, Folder) is { IsFolder: true } folder)
        {
            repository.Trees.VisitFiles(folder.Id, (path, entry) =>
            {
                if (entry.IsFile && Array.Exists(Ends, end => path.EndsWith(end, StringComparison.Ordinal)))
                    found.Add(($"{Folder}/{path}", entry.Id));
            });
        }

        return found.Take(MostFiles);
    }

    private void Open(string path, ObjectId blob, Reachable history, ref long left)
    {
        if (_repository.Found.Read(blob, (int)Math.Min(left, GitAiNote.MaximumBytes)) is not { } bytes)
        {
            Problem(path, "it is missing, or larger than is read of such files");
            return;
        }

        left -= bytes.Length;
        foreach (ReadOnlyMemory<byte> envelope in SignedNote.Envelopes(bytes))
        {
            try
            {
                Add(path, SignedStatement.Open(DsseEnvelope.Parse(envelope), _options.Keys), history);
            }
            catch (Exception problem) when (problem is FormatException or SignatureException)
            {
                Problem(path, problem.Message);
            }
        }
    }

    private void Add(string path, SignedStatement statement, Reachable history)
    {
        if (Generation.Read(statement, path) is { } files)
            _named.Add((path, statement, files));
        else if (AgentCommit.Read(statement, path) is { } ai)
            AddWhole(path, statement, ai, history);
    }

    private void AddWhole(string path, SignedStatement statement, EvidenceStatement ai, Reachable history)
    {
        string[] commits = [.. statement.Subjects.Select(s => s.Commit).OfType<string>()];
        if (commits.Length == 0)
            throw new SignatureException("its statement names no commit");
        foreach (string commit in commits)
        {
            if (SignedNote.IsId(commit, _repository.Objects.IdLength) && ObjectId.Parse(commit) is var id && history.Contains(id))
                Said(id).Whole.Add(ai);
            else
                Problem(path, $"its statement is about commit {Cut.At(Printable.Of(commit), 12)}, which this history does not have");
        }
    }

    /// <summary>Finds the commits that gave files the texts that statements name: one walk for all of them.</summary>
    private void Place(Reachable history)
    {
        string[] paths = [.. _named.SelectMany(n => n.Files).Select(f => f.Path).Distinct(StringComparer.Ordinal)];
        if ((long)paths.Length * history.Count > MostLookUps)
        {
            Problems.Add($"the statements in {Folder} name {Figures.Count(paths.Length, "file")}, too many to be looked for in {Figures.Count(history.Count, "commit")}");
            return;
        }

        var versions = new PathVersions(_repository, history);
        Dictionary<(string Path, string Digest), ObjectId[]> texts = paths.SelectMany(path => versions.Of(path).GroupBy(v => v.Digest, (digest, same) => (Key: (path, digest), Commits: same.Select(v => v.Commit).ToArray()))).ToDictionary(t => t.Key, t => t.Commits);
        foreach ((string place, SignedStatement statement, IReadOnlyList<GeneratedFile> files) in _named)
        {
            HashSet<string> commits = [.. statement.Subjects.Select(s => s.Commit).OfType<string>()];
            foreach (GeneratedFile file in files)
            {
                ObjectId[] found = [.. texts.GetValueOrDefault((file.Path, file.Sha256), []).Where(c => commits.Count == 0 || commits.Contains(c.ToHex(_repository.Objects.IdLength)))];
                if (found.Length == 0)
                    Problem(place, $"no commit of this history gave the file '{Cut.At(Printable.Of(file.Path), 200)}' the text whose digest its statement names");
                foreach (ObjectId commit in found)
                    Said(commit).Add(file);
            }
        }
    }

    private SignedWork Said(ObjectId commit)
    {
        if (!_byCommit.TryGetValue(commit, out SignedWork? said))
            _byCommit.Add(commit, said = new SignedWork());
        return said;
    }

    private void Problem(string path, string what) => Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(path)}: {what}"));
}

/// <summary>What signed statements say of one commit.</summary>
internal sealed class SignedWork
{
    /// <summary>Statements on the commit as a whole.</summary>
    public List<EvidenceStatement> Whole { get; } = [];

    /// <summary>Lines that are named, by path.</summary>
    public Dictionary<string, IReadOnlyList<AttestedRange>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds lines of a file.</summary>
    public void Add(GeneratedFile file) =>
        Files[file.Path] = Files.TryGetValue(file.Path, out IReadOnlyList<AttestedRange>? held) ? AttestedFile.Unite(held, file.Ranges) : file.Ranges;
}
