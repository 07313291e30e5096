using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>What a clone says against the objects themselves: the shallow boundary, grafts and replacements. Each of them changes what git blame answers.</summary>
/// <param name="Shallow">Commits whose parents a shallow clone left out (file <c>shallow</c>).</param>
/// <param name="Grafts">Other parents for a commit (file <c>info/grafts</c>; outdated, and still honoured by git).</param>
/// <param name="Replacements">Objects to be read in place of others (<c>refs/replace</c>).</param>
internal sealed record HistoryOverrides(
    IReadOnlySet<ObjectId> Shallow,
    IReadOnlyDictionary<ObjectId, ObjectId[]> Grafts,
    IReadOnlyDictionary<ObjectId, ObjectId> Replacements)
{
    /// <summary>Shows what stands there.</summary>
    public const string Look = "git replace -l, and look into info/grafts of the git directory";

    // A line of a boundary is 41 bytes.
    private const int MostBytes = 64 << 20;

    public static HistoryOverrides Read(RepositoryLayout layout, IReadOnlyDictionary<ObjectId, ObjectId> replacements)
    {
        var shallow = new HashSet<ObjectId>();
        foreach (ObjectId[] ids in Lines(layout, "shallow").Where(ids => ids.Length == 1))
            shallow.Add(ids[0]);
        var grafts = new Dictionary<ObjectId, ObjectId[]>();
        foreach (ObjectId[] ids in Lines(layout, Path.Combine("info", "grafts")).Where(ids => ids.Length > 0))
            grafts.TryAdd(ids[0], ids[1..]);
        return new HistoryOverrides(shallow, grafts, replacements);
    }

    /// <summary>All of it as text, the same for the same overrides; empty for none, as in nearly every clone.</summary>
    public string Fingerprint => Shallow.Count + Grafts.Count + Replacements.Count == 0 ? "" : string.Join(
        '\n',
        Shallow.Order().Select(id => $"shallow {Hex(id)}")
            .Concat(Grafts.OrderBy(graft => graft.Key).Select(graft => $"graft {Hex(graft.Key)} {string.Join(' ', graft.Value.Select(Hex))}"))
            .Concat(Replacements.OrderBy(replaced => replaced.Key).Select(replaced => $"replace {Hex(replaced.Key)} {Hex(replaced.Value)}")));

    /// <summary>Parents that history goes on with.</summary>
    public ObjectId[] Parents(ObjectId commit, ObjectId[] stored) =>
        Shallow.Contains(commit) ? [] : Grafts.GetValueOrDefault(commit, stored);

    /// <summary>Why a commit is not here, where that may be by what this clone says against its own commits.</summary>
    public RepositoryException Missing(ObjectId commit, int idLength)
    {
        string id = commit.ToHex(idLength);
        return Replacements.TryGetValue(commit, out ObjectId other)
            ? new(RepositoryProblem.Corrupt, $"{other.ToHex(idLength)}, which refs/replace has in place of commit {id}, is missing", $"git replace -d {id}, or fetch refs/replace with its objects")
            : Grafts.Any(graft => graft.Value.Contains(commit))
            ? new(RepositoryProblem.Corrupt, $"commit {id} is missing, which info/grafts gives to another as a parent", "take its line out of info/grafts of the git directory")
            : new(RepositoryProblem.Corrupt, $"commit {id} is missing", "git fsck, or fetch the history again");
    }

    private static string Hex(ObjectId id) => id.ToHex(ObjectId.Sha256Length);

    /// <summary>Ids on each line of a file; none on a line that is a comment or wrong, which git leaves out too.</summary>
    private static IEnumerable<ObjectId[]> Lines(RepositoryLayout layout, string name)
    {
        string file = Path.Combine(layout.CommonDirectory, name);
        return new FileInfo(file) is { Exists: true, Length: > 0 and <= MostBytes } ? File.ReadLines(file).Select(Ids) : [];
    }

    private static ObjectId[] Ids(string line)
    {
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var ids = new ObjectId[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!ObjectId.TryParse(Encoding.UTF8.GetBytes(words[i]), out ids[i]))
                return [];
        }

        return ids;
    }
}
