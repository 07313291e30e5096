using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Outcomes;

/// <summary>Which texts production ran, and when: all its places together.</summary>
internal sealed class ProductionTexts(GitRepository repository, BlobLines lines, Func<string, Predicate<string>> ships)
{
    private readonly Dictionary<string, ObjectId> _running = new(StringComparer.Ordinal);

    /// <summary>The texts.</summary>
    public TextStates States { get; } = new();

    /// <summary>Goes through the states of production.</summary>
    /// <param name="states">In order of days.</param>
    /// <param name="from">What was before this day counts as one state of it.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Read(IReadOnlyList<ProductionState> states, int from, CancellationToken cancel)
    {
        IEnumerable<ProductionState> before = states.Where(s => s.Day < from).GroupBy(s => s.Slot).Select(g => g.Last() with { Day = from });
        foreach (IGrouping<int, ProductionState> day in before.Concat(states.Where(s => s.Day >= from)).GroupBy(s => s.Day).OrderBy(g => g.Key))
        {
            foreach (ProductionState state in day)
                Pass(state, cancel);
            // What is not on the main line is of no commit that is looked at.
            States.EndState(day.Key, _ => LineState.Unknown, _ => LineState.Unknown);
        }
    }

    private void Pass(ProductionState state, CancellationToken cancel)
    {
        ObjectId before = _running.GetValueOrDefault(state.Slot);
        ObjectId now = state.Tree is null ? default : ObjectId.Parse(state.Tree);
        _running[state.Slot] = now;
        IReadOnlyList<TreeChange> changes = BlobChanges.Between(repository, before, now, ships(state.Service));
        lines.ReadAhead(BlobChanges.Blobs(changes), cancel);
        foreach (TreeChange change in changes)
            PlacedTexts.Apply(States, lines, change);
    }
}
