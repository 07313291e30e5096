using AiAttribution.Core.Attribution;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Sessions;

/// <summary>Joins the session records of a repository with its attribution.</summary>
public static class LedgerReader
{
    /// <summary>Reads all notes and counts.</summary>
    /// <returns>The ledger, and what could not be read.</returns>
    public static (TokenLedger Ledger, IReadOnlyList<string> Problems) Read(GitRepository repository, ScanResult scan)
    {
        SessionNotes notes = SessionNotes.Read(repository);
        if (notes.ByCommit.Count == 0)
            return (TokenLedger.Empty, notes.Problems);
        Dictionary<string, int> surviving = Surviving(scan.Attribution);
        string[] here = [.. notes.ByCommit.Keys.Where(commit => repository.Graph.TryRead(ObjectId.Parse(commit), out _))];
        IReadOnlyDictionary<string, int> contained = repository.FirstContaining(here, [scan.Attribution.Commit]);
        var changes = new CommitChanges(repository);
        TokenLedger ledger = TokenLedger.Of(notes.ByCommit.Select(note =>
        {
            int lines = surviving.GetValueOrDefault(note.Key);
            int added = lines == 0 ? 0 : changes.Of(note.Key).Where(file => scan.Options.Include(file.Path)).Sum(file => file.AddedCount);
            return new NotedCommit(note.Key, Time(repository, note.Key), contained.ContainsKey(note.Key), lines, added, note.Value);
        }));
        return (ledger, ledger.Overlaps == 0 ? notes.Problems : [.. notes.Problems, $"{ledger.Overlaps} allocations in {SessionNote.Ref} share responses with larger ones and were not counted"]);
    }

    private static Dictionary<string, int> Surviving(AttributionResult attribution)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LineRun run in attribution.Files.Values.SelectMany(file => file.Runs).Where(run => run.State == LineState.Ai && run.Source >= 0))
        {
            string commit = attribution.Sources[run.Source].Commit;
            lines[commit] = lines.GetValueOrDefault(commit) + run.Count;
        }

        return lines;
    }

    private static DateTimeOffset Time(GitRepository repository, string commit) =>
        repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node) ? CommitTimes.ToDate(node.Time) : default;
}
