using System.Collections.Concurrent;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Outcomes;

/// <summary>Gathers what became of lines, each known by the commit, path and line where it was made.</summary>
internal sealed class LineOutcomes(WalkedCommit[] walk, SurvivalWindow window)
{
    private readonly ConcurrentBag<(LineOrigin Origin, int Rank)> _fates = [];

    /// <summary>A line that is there at the end outlived all; else what counts is the last step that took it out, for it may have come back after the first.</summary>
    private int Alive => window.Steps.Count + 1;

    /// <summary>AI lines at the end beyond one for each that landed: a change of layout broke one into several, or one stands at several places. Known once lives are.</summary>
    public int Repeated { get; private set; }

    /// <param name="origins">Where lines were made.</param>
    /// <param name="step">The step that took them out; null for lines that are there at the end.</param>
    public void Add(IEnumerable<LineOrigin> origins, int? step)
    {
        foreach (LineOrigin origin in origins.Where(o => o.Commit >= 0 && window.LandedAt(o.Commit) is not null))
            _fates.Add((origin, step is { } at ? window.Steps.Count - at : Alive));
    }

    /// <summary>One life for each commit and, where a note names lines, for each kind of its lines; oldest first.</summary>
    /// <param name="table">Tells which lines are AI.</param>
    /// <param name="idLength">Bytes of an id.</param>
    public IReadOnlyList<ChangeLife> Lives(SourceTable table, int idLength)
    {
        var lives = new Dictionary<(int Commit, bool IsAi), SortedDictionary<int, int>>();
        foreach (IGrouping<(int Commit, string Path), (LineOrigin Origin, int Rank)> file in _fates.GroupBy(f => (f.Origin.Commit, f.Origin.Path)))
        {
            (int[] ranks, int[] places) = Ranks(file);
            AddFile(file.Key.Commit, file.Key.Path, ranks, places, table, lives);
        }

        return
        [
            .. lives.Select(l => Life(l.Key.Commit, l.Key.IsAi, l.Value, idLength))
                .OrderBy(l => l.Landed).ThenBy(l => l.Commit, StringComparer.Ordinal).ThenBy(l => l.IsAi),
        ];
    }

    private (int[] Ranks, int[] Places) Ranks(IEnumerable<(LineOrigin Origin, int Rank)> fates)
    {
        (LineOrigin Origin, int Rank)[] all = [.. fates];
        var ranks = new int[all.Max(f => f.Origin.Line + f.Origin.Count)];
        var places = new int[ranks.Length];
        foreach ((LineOrigin origin, int rank) in all)
        {
            for (int line = origin.Line; line < origin.Line + origin.Count; line++)
            {
                ranks[line] = Math.Max(ranks[line], rank);
                places[line] += rank == Alive ? 1 : 0;
            }
        }

        return (ranks, places);
    }

    private void AddFile(int commit, string path, int[] ranks, int[] places, SourceTable table, Dictionary<(int, bool), SortedDictionary<int, int>> lives)
    {
        for (int start = 0, end; start < ranks.Length; start = end)
        {
            end = start + 1;
            while (end < ranks.Length && ranks[end] == ranks[start])
                end++;
            if (ranks[start] == 0)
                continue;
            var runs = new RunList();
            table.Classify(new LineOrigin(0, end - start, commit, path, start), runs);
            foreach (LineRun run in runs.ToArray().Where(r => r.State is LineState.Ai or LineState.Other))
            {
                (int, bool) key = (commit, run.State == LineState.Ai);
                SortedDictionary<int, int> life = lives.TryGetValue(key, out SortedDictionary<int, int>? known) ? known : lives[key] = [];
                life[ranks[start]] = life.GetValueOrDefault(ranks[start]) + run.Count;
                if (run.State == LineState.Ai && ranks[start] == Alive)
                    Repeated += places.AsSpan(start + run.First - 1, run.Count).ToArray().Sum() - run.Count;
            }
        }
    }

    private ChangeLife Life(int commit, bool isAi, SortedDictionary<int, int> lines, int idLength) => new(
        walk[commit].Node.Id.ToHex(idLength),
        isAi,
        window.TimeOf(window.LandedAt(commit)!.Value),
        lines.Values.Sum(),
        [.. lines.Where(l => l.Key < Alive).Select(l => new LineDeath(window.TimeOf(window.Steps.Count - l.Key), l.Value))]);
}
