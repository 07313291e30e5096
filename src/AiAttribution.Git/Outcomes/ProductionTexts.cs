using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Outcomes;

/// <summary>Which texts production ran, and when: all its places together.</summary>
internal sealed class ProductionTexts(GitRepository repository, BlobLines lines, Func<string, Predicate<string>> ships)
{
    private readonly TextStates _states = new(new TextSpans(int.MaxValue));
    private readonly Dictionary<string, ObjectId> _running = new(StringComparer.Ordinal);

    /// <summary>States of production from a day on: what was before counts as one state of that day.</summary>
    /// <param name="states">In order of days.</param>
    /// <param name="from">The day.</param>
    public static IReadOnlyList<ProductionState> From(IReadOnlyList<ProductionState> states, int from) =>
        [.. states.Where(s => s.Day < from).GroupBy(s => s.Slot).Select(g => g.Last() with { Day = from }), .. states.Where(s => s.Day >= from)];

    /// <summary>Goes through states of production.</summary>
    /// <param name="states">In order of days.</param>
    /// <param name="cancel">Ends the work.</param>
    public TextSpans Read(IReadOnlyList<ProductionState> states, CancellationToken cancel)
    {
        lines.Numbers.IsMain = false;
        foreach (IGrouping<int, ProductionState> day in states.GroupBy(s => s.Day).OrderBy(g => g.Key))
        {
            foreach (ProductionState state in day)
                Pass(state, cancel);
            // What is not on the main line is of no commit that is looked at.
            _states.EndState(day.Key);
        }

        return _states.Spans;
    }

    private void Pass(ProductionState state, CancellationToken cancel)
    {
        ObjectId before = _running.GetValueOrDefault(state.Slot);
        ObjectId now = state.Tree is null ? default : ObjectId.Parse(state.Tree);
        _running[state.Slot] = now;
        IReadOnlyList<TreeChange> changes = BlobChanges.Between(repository, before, now, ships(state.Service));
        lines.ReadAhead(BlobChanges.Blobs(changes), cancel);
        foreach (TreeChange change in changes)
            PlacedTexts.Apply(_states, lines, change);
    }
}
