using System.Globalization;
using System.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>A file that the index has otherwise than HEAD.</summary>
/// <param name="Path">Path in the index, from the repository root.</param>
/// <param name="Committed">Path in HEAD, which differs where the file was renamed.</param>
/// <param name="Entry">What the index has; all zeros for a file that is deleted.</param>
internal sealed record StagedFile(string Path, string Committed, TreeEntry Entry);

/// <summary>
/// What the next commit would change. git itself compares its index with HEAD, because only it knows every form of an index: split, sparse, large, one of a
/// <c>git commit FILE</c>, with entries that are only announced. The working tree is not looked at.
/// </summary>
internal sealed class StagedFiles
{
    private const char Separator = '\0';
    private const char Unmerged = 'U';

    private readonly GitRepository _repository;
    private readonly Dictionary<string, StagedFile> _files;

    private StagedFiles(GitRepository repository, Dictionary<string, StagedFile> files, IReadOnlyList<string> conflicts) => (_repository, _files, Conflicts) = (repository, files, conflicts);

    /// <summary>The files, in git's order.</summary>
    public IReadOnlyCollection<StagedFile> All => _files.Values;

    /// <summary>Paths that are not merged yet, so that git would not commit.</summary>
    public IReadOnlyList<string> Conflicts { get; }

    /// <summary>Compares the index with HEAD.</summary>
    /// <param name="repository">The repository; it has a commit.</param>
    /// <param name="index">Full path of the index that counts; null for the repository's own.</param>
    /// <exception cref="RepositoryException">There is no git, or it cannot read the index.</exception>
    public static StagedFiles Read(GitRepository repository, string? index)
    {
        string git = GitExecutable.Find() ?? throw new RepositoryException(RepositoryProblem.NativeLibrary, "what is staged is read through git, and no git is on the PATH", "Install git.");
        GitOutput output = new GitCommand(git, repository.Layout.Place) { Index = index }.Run("diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--find-renames", "--ita-invisible-in-index", "HEAD", "--");
        if (!output.Succeeded)
            throw new RepositoryException(RepositoryProblem.Corrupt, "git cannot read what is staged", "Run 'git status' to see why.");
        return Parse(repository, output.Text);
    }

    /// <summary>What is staged at a path; null when HEAD's file stays as it is.</summary>
    public StagedFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The text that the next commit would have at a path; null when it has none there, or a larger one.</summary>
    /// <param name="commit">Full id of HEAD's commit.</param>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="most">Most bytes that are read.</param>
    public byte[]? Text(string commit, string path, int most) =>
        Find(path) is not { } staged ? _repository.ReadFile(commit, path, most) : staged.Entry.IsFile ? _repository.Objects.Read(staged.Entry.Id, most) : null;

    /// <summary>Paths of the files that the next commit would have.</summary>
    /// <param name="commit">Full id of HEAD's commit.</param>
    public IReadOnlyList<string> Paths(string commit)
    {
        HashSet<string> gone = [.. _files.Values.Where(file => !file.Entry.IsFile).Select(file => file.Path), .. _files.Values.Where(file => file.Committed != file.Path).Select(file => file.Committed)];
        IEnumerable<string> added = _files.Values.Where(file => file.Entry.IsFile).Select(file => file.Path);
        return [.. _repository.ListFiles(commit).Where(path => !gone.Contains(path)).Union(added, StringComparer.Ordinal)];
    }

    /// <summary>Each entry is <c>:MODE MODE ID ID STATUS</c> and one path, or two for a file that was renamed.</summary>
    private static StagedFiles Parse(GitRepository repository, string text)
    {
        var files = new Dictionary<string, StagedFile>(StringComparer.Ordinal);
        var conflicts = new List<string>();
        string[] parts = text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        for (int part = 0; part + 1 < parts.Length; part += 2)
        {
            string[] words = parts[part].TrimStart(':').Split(' ');
            if (words.Length != 5 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out _) || !ObjectId.TryParse(Encoding.ASCII.GetBytes(words[3]), out ObjectId id))
                throw new RepositoryException(RepositoryProblem.Corrupt, "git tells what is staged in a form that is not known", "Update this tool.");
            string committed = parts[part + 1];
            bool isRenamed = words[4][0] is 'R' or 'C' && part + 2 < parts.Length;
            string path = isRenamed ? parts[++part + 1] : committed;
            if (words[4][0] == Unmerged)
                conflicts.Add(path);
            else
                files[path] = new StagedFile(path, words[4][0] == 'C' ? path : committed, new TreeEntry(Convert.ToInt32(words[1], 8), id));
        }

        foreach (string conflict in conflicts)
            files.Remove(conflict);
        return new StagedFiles(repository, files, conflicts);
    }
}
