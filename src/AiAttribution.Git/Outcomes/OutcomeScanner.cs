using AiAttribution.Core.Evidence;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Outcomes;

/// <summary>Reads normalised deployments from a repository: one walk over its main line, and one over what production ran.</summary>
internal sealed class OutcomeScanner(GitRepository repository, ScanOptions options, AttributionPolicy policy, DeploymentHistory deployments)
{
    /// <summary>So long before the first week that is asked for history is looked at: the usual week needs its weeks, and what landed in them must not have been there shortly before.</summary>
    private const int DaysBefore = (7 * (UsualWeek.WeeksBack + UsualWeek.Gap)) + OutcomeCells.DaysToAge;

    /// <summary>The last day that is known: that of a commit or of the newest deployment, the later; null without any production deployment.</summary>
    /// <param name="commit">Full id of the commit.</param>
    public int? Now(string commit) => ProductionStates.Of(deployments.Timelines) is [.., { } newest] ? Math.Max(OutcomeDay.Of(repository.CommitTime(commit)), newest.Day) : null;

    /// <summary>Weeks up to the newest thing that is known, the last one included.</summary>
    /// <param name="commit">Full id of the newest commit of the main line.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The weeks, oldest first; null without any production deployment.</returns>
    /// <exception cref="RepositoryException">History is missing or damaged.</exception>
    public OutcomeHistory? Read(string commit, int count, IProgress<ScanProgress>? progress, CancellationToken cancel) =>
        ReadGuard.Run("the history", () => ProductionStates.Of(deployments.Timelines) is { Count: > 0 } states
            ? OutcomeCache.GetOrScan(repository, commit, options, policy, deployments, count, () => Scan(states, commit, count, progress, cancel))
            : null);

    private OutcomeHistory Scan(IReadOnlyList<ProductionState> states, string commit, int count, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        (WalkedCommit[] walk, NoteReader notes) = Walk(commit, progress, cancel);
        var line = new MainLine(walk);
        int[] days = MainDays.Of(walk, line, MainDays.Deployed(deployments.Timelines), repository.Objects.IdLength);
        int now = Math.Max(OutcomeDay.Of(repository.CommitTime(commit)), states[^1].Day);
        int last = OutcomeDay.Week(now);
        int first = last - count + 1;
        int from = OutcomeDay.StartOf(first) - DaysBefore;
        var lines = new BlobLines(repository);
        var shipped = new ShippedPaths(new ShippedCode(repository, commit), policy.Services, deployments.Timelines.Select(t => t.Service));
        var authors = new StepAuthors(repository, walk, new SourceTable(repository, walk, notes, new bool[walk.Length], keepAll: false), lines, shipped.OfAny);
        var main = new MainTexts(repository, walk, line, lines, authors, shipped.OfAny);
        int before = Array.FindIndex(days, day => day < from);
        main.Read(before < 0 ? days.Length - 1 : before, days, cancel);
        var production = new ProductionTexts(repository, lines, shipped.Of);
        production.Read(states, from, cancel);
        return new OutcomeHistory(Weeks(lines, main.States, production.States, now, first, last), Array.Exists(walk, c => c.AsksOriginals) ? OriginalReferences.Fingerprint(repository) : null)
        {
            Landed = Landed(walk, line, days, OutcomeDay.StartOf(first)),
            Now = now,
        };
    }

    private static IReadOnlyList<OutcomeWeek> Weeks(BlobLines lines, TextStates main, TextStates production, int now, int first, int last)
    {
        var cells = OutcomeCells.Of(Enumerable.Range(0, lines.Count).Select(t => new TextHistory(main.Spans(t, now), production.Spans(t, now))), production.FirstDay!.Value, now);
        var usual = new UsualWeek(main.Texts.Select(t => main.Spans(t, now)), main.FirstDay ?? now);
        ulong[] keys = lines.Keys();
        return OutcomeWeeks.Of(cells, usual, first, last, text => keys[text]);
    }

    private Dictionary<string, int> Landed(WalkedCommit[] walk, MainLine line, int[] days, int from) =>
        Enumerable.Range(0, days.Length).Where(step => days[step] >= from).SelectMany(step => line.Brought[step], (step, commit) => (Commit: walk[commit].Node.Id.ToHex(repository.Objects.IdLength), Day: days[step]))
            .ToDictionary(l => l.Commit, l => l.Day, StringComparer.Ordinal);

    private (WalkedCommit[] Walk, NoteReader Notes) Walk(string commit, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var notes = new NoteReader(repository, options.Evidence, commit);
        var reader = new HistoryWalk(repository, new EvidenceClassifier(options.Evidence, RepositoryFiles.Revs(repository, commit)), notes);
        IReadOnlyList<CommitRecord> known = options.UseCache && repository.Caches.Path is { } folder
            ? new RecordFile(folder, ScanKey.OfRecords(repository, commit, options), repository.Objects.IdLength).Read() ?? []
            : [];
        return (reader.Read(ObjectId.Parse(commit), known, progress, cancel).Walk, notes);
    }
}

/// <summary>Which paths the services of production bring.</summary>
internal sealed class ShippedPaths(ShippedCode code, Core.Deployments.ServiceMap map, IEnumerable<string> services)
{
    private readonly string[] _services = [.. services.Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<(string Service, string Path), bool> _known = [];

    /// <summary>Whether some service brings a path.</summary>
    public bool OfAny(string path) => Array.Exists(_services, service => Brings(service, path));

    /// <summary>The paths of a service.</summary>
    public Predicate<string> Of(string service) => path => Brings(service, path);

    private bool Brings(string service, string path)
    {
        if (!_known.TryGetValue((service, path), out bool brings))
            _known.Add((service, path), brings = code.Contains(path, map.Services.GetValueOrDefault(service)));
        return brings;
    }
}
