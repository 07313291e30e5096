using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary>
/// Counts the people behind commits, so that a group of too few is not shown. A builder is the author, or the committer where a machine is the author; who shares a name or an
/// e-mail address with another is the same one, because too few are a smaller harm than too many. The numbers mean nothing outside of one run and are never written.
/// </summary>
/// <param name="options">Own agents, which are no builders.</param>
internal sealed class BuilderNumbers(EvidenceOptions options)
{
    /// <summary>The committer of what is made on a web page.</summary>
    private const string Web = "noreply@github.com";

    private readonly MachineIdentities _machines = new(options);
    private readonly Dictionary<string, int> _ofText = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _same = [];
    private readonly Dictionary<string, int> _ofCommit = new(StringComparer.Ordinal);

    /// <summary>Adds a commit.</summary>
    public void Add(CommitFacts commit)
    {
        (string name, string email)? builder = !_machines.ContainsAuthor(commit.AuthorName, commit.AuthorEmail) ? (commit.AuthorName, commit.AuthorEmail)
            : commit.CommitterEmail != Web && !_machines.Contains(commit.CommitterName, commit.CommitterEmail) ? (commit.CommitterName, commit.CommitterEmail)
            : null;
        if (builder is var (name, email))
            _ofCommit[commit.Id] = Join(Number("name " + name.Trim()), Number("mail " + email.Trim()));
    }

    /// <summary>The builder of a commit that was added, once all were; null for a machine.</summary>
    public int? Of(string commit) => _ofCommit.TryGetValue(commit, out int number) ? Root(number) : null;

    private int Number(string text)
    {
        if (_ofText.TryGetValue(text, out int number))
            return number;
        _ofText[text] = _same.Count;
        _same.Add(_same.Count);
        return _same.Count - 1;
    }

    private int Join(int one, int other) => _same[Root(one)] = Root(other);

    private int Root(int number)
    {
        while (_same[number] != number)
            number = _same[number];
        return number;
    }
}
