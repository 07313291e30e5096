using System.Text;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.WorkingTree;

/// <summary>A text with its lines that are not committed.</summary>
/// <param name="Hashes">Hash of each line, as <see cref="TextLines"/> makes it.</param>
/// <param name="IsChanged">Which lines no commit has on which the next one will stand.</param>
internal sealed record ChangedText(uint[] Hashes, bool[] IsChanged)
{
    /// <summary>Number of lines that are not committed.</summary>
    public int Changed => IsChanged.Count(changed => changed);
}

/// <summary>
/// Tells the lines that are not committed: those that HEAD has not, and none of the commits that are being merged, picked or rebased onto it. What these have is
/// committed, and their evidence tells of it.
/// </summary>
internal sealed class ChangedTexts
{
    private const int MostPointerBytes = 1 << 16;

    private static readonly string[] Unfinished = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD"];

    private readonly GitRepository _repository;
    private readonly ObjectId[] _trees;
    private readonly StoredText? _stored;

    public ChangedTexts(GitRepository repository)
    {
        _repository = repository;
        ObjectId? head = repository.FindCommit("HEAD") is { } commit ? repository.Graph.Read(ObjectId.Parse(commit)).Tree : null;
        _trees = [.. head is { } tree ? [tree] : Array.Empty<ObjectId>(), .. Unfinished.SelectMany(Commits).Select(Tree).OfType<ObjectId>()];
        _stored = head is { } own ? new StoredText(new GitAttributes(repository, own)) : null;
    }

    /// <summary>A text of the working tree; null when it is no text, or what it is compared with cannot be read.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="bytes">Its bytes on disk.</param>
    public ChangedText? OnDisk(string path, byte[] bytes) => _stored?.Filter(path) is not null ? null : Of(path, path, _stored?.Of(path, bytes) ?? bytes);

    /// <summary>The same for a text as git has stored it.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="committed">Path that it has in HEAD, where it was renamed.</param>
    /// <param name="bytes">The stored bytes.</param>
    public ChangedText? Stored(string path, string committed, byte[] bytes) => Of(path, committed, _stored?.Plain(path, bytes) ?? bytes);

    private ChangedText? Of(string path, string committed, byte[] bytes)
    {
        if (!IsText(bytes))
            return null;
        LineText now = LineText.Cut(StoredText.Normal(bytes));
        uint[] hashes = TextLines.Of(SourceFile.Text(now.Bytes.ToArray())).Hashes;
        if (hashes.Length != now.Count)
            return null;
        bool[] changed = new bool[now.Count];
        Array.Fill(changed, true);
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            if ((_repository.Trees.Find(_trees[tree], tree == 0 ? committed : path) ?? _repository.Trees.Find(_trees[tree], committed)) is not { IsFile: true } entry)
                continue;
            if (_repository.Contents.Read(entry.Id, TextStore.MostBytes) is not { } old)
                return null;
            Compare(LineText.Cut(StoredText.Normal(_stored?.Plain(path, old) ?? old)), now, changed);
        }

        return new ChangedText(hashes, changed);
    }

    /// <summary>Lines that both have are not changed.</summary>
    private static void Compare(LineText old, LineText now, bool[] changed)
    {
        int line = 0;
        foreach (Hunk hunk in LineDiff.Compare(old, now).Append(new Hunk(old.Count, 0, now.Count, 0)))
        {
            Array.Fill(changed, false, line, hunk.NewStart - line);
            line = hunk.NewStart + hunk.NewCount;
        }
    }

    private static bool IsText(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).IndexOf((byte)0) < 0;

    private IEnumerable<ObjectId> Commits(string name)
    {
        byte[] bytes = BoundedFile.ReadThere(Path.Combine(_repository.GitDirectory, name), MostPointerBytes).Bytes ?? [];
        foreach (string line in Encoding.ASCII.GetString(bytes).Split('\n', StringSplitOptions.TrimEntries))
        {
            if (ObjectId.TryParse(Encoding.ASCII.GetBytes(line), out ObjectId id))
                yield return id;
        }
    }

    private ObjectId? Tree(ObjectId commit) => _repository.Graph.TryRead(commit, out CommitNode? node) ? node.Tree : null;
}
