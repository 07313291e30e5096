using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Sessions.Linking;

/// <summary>The sum over commits plus the rest equals the tokens of all distinct responses, whatever happens to logs, history and notes.</summary>
public class AllocationInvariantTests
{
    private const int Runs = 300;

    // Tests that only look at the work share it: to do it takes most of their time.
    private static readonly Lazy<WorkGenerator[]> Done = new(() => [.. Enumerable.Range(0, Runs).Select(Work)]);

    [Fact]
    public void Sum_over_commits_and_rest_is_the_total_of_all_sessions()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            WorkGenerator world = Done.Value[seed];

            IReadOnlyList<Allocation> distinct = SessionNote.Unite(world.Notes.SelectMany(n => n.Value));
            TokenUsage allocated = distinct.Aggregate(default(TokenUsage), (sum, a) => sum + a.Usage);
            TokenUsage rest = world.Rests.Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);

            Assert.True(world.Total == allocated + rest, $"seed {seed}: {world.Total} is not {allocated} + {rest}");
            Assert.True(distinct.Sum(a => a.Responses.Count) == distinct.SelectMany(a => a.Responses).Distinct().Count(), $"seed {seed}: a response is in two allocations");
        }
    }

    [Fact]
    public void Ledger_counts_the_same_where_a_server_squashed_rebased_or_picked_commits()
    {
        int moved = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            WorkGenerator world = Done.Value[seed];

            NotedCommit[] noted = [.. world.Noted()];
            TokenLedger ledger = TokenLedger.Of(noted);
            TokenUsage rest = world.Rests.Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);
            moved += noted.Count(n => !world.Notes.ContainsKey(n.Commit));

            Assert.True(world.Total == ledger.Total.Usage + TokenCost.Of(ledger.Elsewhere).Usage + rest, $"seed {seed}");
        }

        Assert.True(moved > 0);
    }

    [Fact]
    public void Generated_work_has_allocations_rests_copies_and_several_notes_of_one_allocation()
    {
        WorkGenerator[] worlds = Done.Value;

        Assert.Contains(worlds, w => w.Rests.Count > 0);
        Assert.Contains(worlds, w => w.Notes.SelectMany(n => n.Value).GroupBy(a => a.Id).Any(g => g.Count() > 1));
        Assert.True(worlds.Count(w => w.Notes.Count > 1) > Runs / 2);
        Assert.Equal(4, worlds.SelectMany(w => w.Notes.Values).SelectMany(n => n).Select(a => a.Method).Distinct().Count());
    }

    [Fact]
    public void Capturing_settles_also_after_notes_were_copied()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            WorkGenerator world = Work(seed);
            world.CaptureAll();
            string before = string.Concat(world.Notes.OrderBy(n => n.Key).Select(n => SessionNote.Write(n.Value)));

            world.CaptureAll();

            Assert.Equal(before, string.Concat(world.Notes.OrderBy(n => n.Key).Select(n => SessionNote.Write(n.Value))));
        }
    }

    private static WorkGenerator Work(int seed)
    {
        var world = new WorkGenerator(seed);
        world.Run();
        return world;
    }
}
