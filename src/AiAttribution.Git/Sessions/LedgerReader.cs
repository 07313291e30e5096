using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Sessions;

/// <summary>Joins the session records of a repository with its attribution.</summary>
internal static class LedgerReader
{
    /// <summary>Reads all notes and what others recorded, and counts.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the attributed commit.</param>
    /// <param name="attributed">Its attribution; not asked for where nothing is recorded.</param>
    /// <param name="options">Where to look, and prices.</param>
    /// <returns>The ledger, and what could not be read.</returns>
    public static (TokenLedger Ledger, IReadOnlyList<string> Problems) Read(GitRepository repository, string commit, Lazy<ScanResult> attributed, LedgerOptions options)
    {
        SessionNotes notes = SessionNotes.Read(repository);
        List<string> problems = [.. notes.Problems];
        List<(RecordedReading Reading, RecordSource Source)> recorded = Recorded(repository, commit, options, problems);
        if (recorded.Count == 0 && notes.ByCommit.Count == 0)
            return (TokenLedger.Empty, problems);
        ScanResult scan = attributed.Value;
        // Sessions and lines are counted over the whole repository, also where a single file was looked at.
        if (scan.Options.Include.Files is not null)
            scan = AttributionScanner.Scan(repository, scan.Attribution.Commit, scan.Options with { Include = PathFilter.CSharp, KeepAllSources = false });
        PriceTable prices = PriceTable.BuiltIn.With(options.Prices);
        RecordedJoin join = Join(repository, scan, prices, recorded);
        Dictionary<string, IReadOnlyList<Allocation>> records = Unite(notes.ByCommit, join.ByCommit);
        if (records.Count == 0 && join.Unlinked.Count == 0)
            return (TokenLedger.Empty, problems);
        HashSet<string> contained = Move(repository, scan.Attribution.Commit, records, scan.Options.UseCache);
        NamedCounts surviving = Surviving(scan.Attribution);
        var changes = new CommitChanges(repository);
        TokenLedger ledger = TokenLedger.Of(
            records.Select(note =>
            {
                int lines = surviving[note.Key];
                int added = lines == 0 ? 0 : Added(changes, note.Key, scan.Options.Include, problems);
                lines = added == 0 ? 0 : lines;
                return new NotedCommit(note.Key, Time(repository, note.Key), contained.Contains(note.Key), lines, added, [.. note.Value.Select(prices.Reprice)]);
            }),
            join.Unlinked);
        if (ledger.Overlaps > 0)
            problems.Add($"{ledger.Overlaps} allocations in {SessionNote.Ref} share responses with larger ones and were not counted");
        return (ledger, problems);
    }

    /// <summary>What the formats found; those that found nothing are left out.</summary>
    private static List<(RecordedReading Reading, RecordSource Source)> Recorded(GitRepository repository, string commit, LedgerOptions options, List<string> problems)
    {
        var found = new List<(RecordedReading, RecordSource)>();
        var files = new RecordedFiles(repository, commit);
        foreach (IRecordedFormat format in RecordedFormats.Of(options.SessionFiles, options.TelemetryFiles))
        {
            RecordedReading reading = files.Read(format);
            problems.AddRange(Once.Of(reading.Problems, $"the records of {RecordSourceNames.Of(format.Source)}"));
            if (reading.Allocations.Count + reading.Sessions.Count > 0)
                found.Add((reading, format.Source));
        }

        return found;
    }

    private static RecordedJoin Join(GitRepository repository, ScanResult scan, PriceTable prices, List<(RecordedReading Reading, RecordSource Source)> recorded)
    {
        var join = new RecordedJoin(scan.Summary.Sessions.Select(c => new KeyedCommit(c.Key, Time(repository, c.Key), c.Value)), prices);
        foreach ((RecordedReading reading, RecordSource source) in recorded)
            join.Add(reading, source);
        return join;
    }

    private static Dictionary<string, IReadOnlyList<Allocation>> Unite(IReadOnlyDictionary<string, IReadOnlyList<Allocation>> notes, IReadOnlyDictionary<string, List<Allocation>> others)
    {
        var all = new Dictionary<string, IReadOnlyList<Allocation>>(notes, StringComparer.Ordinal);
        foreach ((string commit, List<Allocation> allocations) in others)
            all[commit] = [.. all.GetValueOrDefault(commit, []), .. allocations];
        return all;
    }

    /// <summary>Gives the records of commits that a rebase, pick or squash replaced to the commit of the history that took their place, and says which commits the history has.</summary>
    private static HashSet<string> Move(GitRepository repository, string head, Dictionary<string, IReadOnlyList<Allocation>> records, bool useCache)
    {
        HashSet<string> contained = ReplacedRecords.Contained(repository, head, records.Keys);
        foreach ((string old, string now) in ReplacedRecords.Find(repository, head, records, contained, useCache))
        {
            records[now] = [.. records.GetValueOrDefault(now, []), .. records[old]];
            contained.Add(now);
        }

        return contained;
    }

    /// <summary>Lines that a commit added; 0, and a problem, when a content that it changed is missing.</summary>
    private static int Added(CommitChanges changes, string commit, PathFilter include, List<string> problems)
    {
        try
        {
            return changes.Of(commit).Where(file => include.Matches(file.Path)).Sum(file => file.AddedCount);
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.PartialClone)
        {
            problems.Add($"what commit {commit[..10]} added is not known, because a content is missing, so what it used is on none of its lines: {RepositoryGuard.Refetch}");
            return 0;
        }
    }

    private static NamedCounts Surviving(AttributionResult attribution)
    {
        var lines = new NamedCounts();
        foreach (LineRun run in attribution.Files.Values.SelectMany(file => file.Runs).Where(run => run.State == LineState.Ai && run.Source >= 0))
            lines.Add(attribution.Sources[run.Source].Commit, run.Count);
        return lines;
    }

    private static DateTimeOffset Time(GitRepository repository, string commit) =>
        repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node) ? CommitTimes.ToDate(node.Time) : default;
}
