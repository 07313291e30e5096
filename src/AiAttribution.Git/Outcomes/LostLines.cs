using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Outcomes;

/// <summary>Lines that a content lost at a step of the main line. Lines that it only moved, or that came back later, are among them: following them tells.</summary>
/// <param name="Step">The step.</param>
/// <param name="Version">The content before.</param>
/// <param name="Spans">The lines.</param>
internal sealed record LostLines(int Step, FileVersion Version, IReadOnlyList<LineSpan> Spans)
{
    /// <summary>What every step of the window took out.</summary>
    public static IReadOnlyList<LostLines> Find(GitRepository repository, WalkedCommit[] walk, SurvivalWindow window, Predicate<string> include, DifferenceStore differences, CancellationToken cancel)
    {
        // Before the oldest step no line is followed, so what it took out need not be looked at.
        var lost = new List<LostLines>[window.Steps.Count - 1];
        Parallel.For(0, lost.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, step =>
            lost[step] = AtStep(repository, walk[window.Steps[step + 1]].Node.Tree, walk[window.Steps[step]].Node.Tree, step, include, differences));
        return [.. lost.SelectMany(l => l)];
    }

    private static List<LostLines> AtStep(GitRepository repository, ObjectId before, ObjectId after, int step, Predicate<string> include, DifferenceStore differences)
    {
        List<TreeChange> changes = [];
        new TreeComparer(repository.Trees).Compare(before, after, changes);
        List<LostLines> lost = [];
        foreach (TreeChange change in changes.Where(c => c.Old.IsFile && c.Old.Id != c.New.Id && include(c.Path)))
        {
            if (Taken(repository, change, differences) is { Count: > 0 } spans)
                lost.Add(new LostLines(step, new FileVersion(change.Path, change.Old.Id), spans));
        }

        return lost;
    }

    private static List<LineSpan> Taken(GitRepository repository, TreeChange change, DifferenceStore differences)
    {
        if (Read(repository, change.Old.Id) is not { } old)
            return [];
        if (!change.New.IsFile)
            return old.Count > 0 ? [new LineSpan(0, old.Count)] : [];
        if (Read(repository, change.New.Id) is not { } now)
            return [];
        IReadOnlyList<Hunk> hunks = differences.Find(change.Old.Id, change.New.Id) ?? differences.Compare(change.Old.Id, old, change.New.Id, now);
        return [.. hunks.Where(h => h.OldCount > 0).Select(h => new LineSpan(h.OldStart, h.OldCount))];
    }

    private static LineText? Read(GitRepository repository, ObjectId blob) =>
        repository.Objects.Read(blob, TextStore.MostBytes) is { } bytes ? LineText.Cut(bytes, LineEquality.IgnoreWhitespace) : null;
}
