using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
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
    /// <summary>At least so long before the first week that is asked for history is looked at: the usual week needs its weeks, and what landed in them must not have been there shortly before.</summary>
    private const int DaysBefore = (7 * (UsualWeek.WeeksBack + UsualWeek.Gap)) + OutcomeCells.DaysToAge;

    /// <summary>What is kept goes on for so many weeks, until it begins too early: then all is walked again, for which lines are others' renamed depends on where a walk begins.</summary>
    private const int WeeksOfState = 4;

    /// <summary>Fewer new steps are walked again in less time than it takes to keep them.</summary>
    private const int FewSteps = 8;

    /// <summary>So many new commits are read again in less time than it takes to keep all.</summary>
    private const int FewCommits = 64;

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
        int[] days = MainDays.Of(walk, line, MainDays.Deployed(deployments.Timelines));
        int now = Math.Max(OutcomeDay.Of(repository.CommitTime(commit)), states[^1].Day);
        int last = OutcomeDay.Week(now);
        int first = last - count + 1;
        OutcomeState state = Texts(states, walk, line, days, commit, first, count, cancel);
        Func<int, LineState> authors = state.Authors.States(walk, new SourceTable(repository, walk, notes, new bool[walk.Length], keepAll: false));
        return new OutcomeHistory(Weeks(state, authors, now, first, last), Array.Exists(walk, c => c.AsksOriginals) ? OriginalReferences.Fingerprint(repository) : null)
        {
            Landed = Landed(walk, line, days, OutcomeDay.StartOf(first)),
            Now = now,
            Missing = [.. state.Missing.Select(id => id.ToHex(repository.Objects.IdLength))],
        };
    }

    /// <summary>Which texts stood where: what an earlier walk left, and what came since.</summary>
    private OutcomeState Texts(IReadOnlyList<ProductionState> states, WalkedCommit[] walk, MainLine line, int[] days, string commit, int first, int count, CancellationToken cancel)
    {
        int since = OutcomeDay.StartOf(first - (first % WeeksOfState));
        int from = since - DaysBefore;
        int oldest = Array.FindIndex(days, day => day < from) is >= 0 and var before ? before : days.Length - 1;
        var shipped = new ShippedPaths(new ShippedCode(repository, commit), policy.Services, deployments.Timelines.Select(t => t.Service));
        var kept = new OutcomeStates(repository, count, from, since, shipped, options.UseCache);
        OutcomeState state = kept.Read();
        int? known = state.StepIn(walk, line, days, oldest);
        if (known is null)
            state = OutcomeState.None(since);
        var lines = new BlobLines(repository, state.Numbers);
        new MainTexts(repository, walk, line, lines, new StepAuthors(repository, walk, lines, state.Authors, shipped.OfAny), shipped.OfAny, state.Main, since).Read(oldest, known, days, cancel);
        IReadOnlyList<ProductionState> running = ProductionTexts.From(states, from);
        string production = OutcomeStates.KeyOf(running);
        bool isSame = state.Production is not null && state.ProductionKey == production && !state.Numbers.IsProductionStale;
        if (!isSame)
            (state.Production, state.ProductionKey) = (new ProductionTexts(repository, lines, shipped.Of).Read(running, cancel), production);
        state.Missing = [.. state.Missing.Concat(lines.Missing).Distinct()];
        (state.Commit, state.Days) = (walk[0].Node.Id, days[..(oldest + 1)]);
        if (known is not < FewSteps || !isSame)
            kept.Write(state);
        return state;
    }

    private static IReadOnlyList<OutcomeWeek> Weeks(OutcomeState state, Func<int, LineState> authors, int now, int first, int last)
    {
        (TextSpans main, TextSpans production) = (state.Main.Spans, state.Production!);
        int[] texts = [.. main.Changed.Union(production.Changed)];
        var cells = OutcomeCells.Of(texts.Select(t => new TextHistory(main.Of(t, now), production.Of(t, now))), production.FirstDay!.Value, now, authors);
        var usual = new UsualWeek(main.Changed.Select(t => main.Of(t, now)), main.FirstDay ?? now);
        return OutcomeWeeks.Of(cells, usual, first, last, place => state.Numbers.KeyOf(texts[place]));
    }

    private Dictionary<string, int> Landed(WalkedCommit[] walk, MainLine line, int[] days, int from) =>
        Enumerable.Range(0, days.Length).Where(step => days[step] >= from).SelectMany(step => line.Brought[step], (step, commit) => (Commit: walk[commit].Node.Id.ToHex(repository.Objects.IdLength), Day: days[step]))
            .ToDictionary(l => l.Commit, l => l.Day, StringComparer.Ordinal);

    private (WalkedCommit[] Walk, NoteReader Notes) Walk(string commit, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var notes = new NoteReader(repository, options.Evidence, commit);
        var reader = new HistoryWalk(repository, new EvidenceClassifier(options.Evidence, RepositoryFiles.Revs(repository, commit)), notes);
        RecordFile? file = options.UseCache && repository.Caches.Path is { } folder ? new RecordFile(folder, ScanKey.OfRecords(repository, commit, options), repository.Objects.IdLength) : null;
        IReadOnlyList<CommitRecord> known = file?.Read() ?? [];
        (WalkedCommit[] walk, IReadOnlyList<CommitRecord> records) = reader.Read(ObjectId.Parse(commit), known, progress, cancel);
        if (records.Count - known.Count > FewCommits)
            file?.Write(records);
        return (walk, notes);
    }
}
