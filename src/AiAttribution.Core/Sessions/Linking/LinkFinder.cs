using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Finds the commits that sessions took part in, by the strongest sign that there is. An edit counts for the first commit that has it.</summary>
internal sealed class LinkFinder(LinkInput input)
{
    // Times of commits are whole seconds.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(int Session, string Commit), CommitLink> _links = [];
    private readonly HashSet<EditedFile> _used = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<SessionKey, int> _keys =
        input.Sessions.SelectMany((session, index) => SessionKeys.Of(session.Agent, session.Id).Select(key => (key, index))).ToLookup(k => k.key, k => k.index);

    private readonly ILookup<string, (int Session, EditedFile Edit)> _edits =
        input.Sessions.SelectMany((session, index) => session.EditedFiles.Select(edit => (index, edit))).ToLookup(e => e.edit.Path, StringComparer.Ordinal);

    /// <summary>Each pair of session and commit once.</summary>
    public IReadOnlyList<CommitLink> Find()
    {
        foreach (LinkCommit commit in input.Commits.OrderBy(c => c.Time).ThenBy(c => c.ParentTime).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            for (int session = 0; session < input.Sessions.Count; session++)
            {
                AddKnown(session, commit);
                AddSeen(session, commit);
            }

            foreach (int session in commit.Keys.SelectMany(key => _keys[SessionKeys.Normal(key)]).Distinct())
                Add(session, commit, LinkMethod.Recorded, commit.Time);
            AddEdited(commit);
        }

        return [.. _links.Values];
    }

    private void AddKnown(int index, LinkCommit commit)
    {
        AgentSession session = input.Sessions[index];
        string id = NoteWords.SessionId(session.Id);
        foreach (CommitLink known in input.Known)
        {
            if (known.Commit == commit.Id && known.Agent == session.Agent && (known.Session == session.Id || known.Session == id))
                Add(index, commit, known.Method, known.Until);
        }
    }

    private void AddSeen(int session, LinkCommit commit)
    {
        foreach (SeenCommit seen in input.Sessions[session].Commits)
        {
            if (commit.Id.StartsWith(seen.Id, StringComparison.Ordinal))
                Add(session, commit, LinkMethod.Transcript, seen.Time ?? commit.Time);
        }
    }

    private void AddEdited(LinkCommit commit)
    {
        Dictionary<uint, int> files = [];
        foreach (uint line in commit.Files.SelectMany(file => file.AddedLines.Distinct()))
            files[line] = files.GetValueOrDefault(line) + 1;
        foreach (LinkFile file in commit.Files)
        {
            HashSet<uint> added = LineRarity.Telling(file.AddedLines);
            (int Session, EditedFile[] Edits)[] touched = Edits(file.Path, commit);
            (int Session, EditedFile[] Edits)[] wrote = [.. touched.Where(s => LineRarity.IsMatch(added, [.. s.Edits.SelectMany(e => e.LineHashes)], line => files[line] == 1))];
            foreach ((int session, EditedFile[] edits) in wrote)
                Use(session, commit, edits, LinkMethod.Content);
            if (wrote.Length > 0)
                continue;
            foreach ((int session, EditedFile[] edits) in touched)
                UseRecent(session, commit, edits);
        }
    }

    private void UseRecent(int session, LinkCommit commit, EditedFile[] edits)
    {
        EditedFile[] recent = [.. edits.Where(e => e.Time is { } time && (commit.ParentTime is not { } parent || time > parent))];
        if (recent.Length > 0)
            Use(session, commit, recent, LinkMethod.Files);
    }

    /// <summary>Edits of a file before a commit, that no commit has yet, by session.</summary>
    private (int Session, EditedFile[] Edits)[] Edits(string path, LinkCommit commit) =>
        [.. _edits[path]
            .Where(e => (e.Edit.Time is not { } time || time - commit.Time < Second) && !_used.Contains(e.Edit))
            .GroupBy(e => e.Session, e => e.Edit)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.ToArray()))];

    private void Use(int session, LinkCommit commit, EditedFile[] edits, LinkMethod method)
    {
        Add(session, commit, method, commit.Time);
        _used.UnionWith(edits);
    }

    private void Add(int session, LinkCommit commit, LinkMethod method, DateTimeOffset until)
    {
        // A later amend is part of the commit, and the response that committed began within its second.
        DateTimeOffset second = DateTimeOffset.MaxValue - commit.Time > Second ? commit.Time + Second : DateTimeOffset.MaxValue;
        DateTimeOffset end = until > second ? until : second;
        if (_links.TryGetValue((session, commit.Id), out CommitLink? link))
        {
            method = link.Method < method ? link.Method : method;
            end = link.Until > end ? link.Until : end;
        }

        _links[(session, commit.Id)] = new CommitLink(input.Sessions[session].Agent, input.Sessions[session].Id, commit.Id, method, end);
    }
}
