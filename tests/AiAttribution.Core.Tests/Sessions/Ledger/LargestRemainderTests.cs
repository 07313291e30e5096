using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Tests.Sessions.Ledger;

public class LargestRemainderTests
{
    [Theory]
    [InlineData(10, new[] { 1, 1, 1 }, new long[] { 4, 3, 3 })]
    [InlineData(10, new[] { 2, 3, 2 }, new long[] { 3, 4, 3 })]
    [InlineData(18_338, new[] { 12, 7 }, new long[] { 11_582, 6_756 })]
    [InlineData(2, new[] { 0, 1, 1, 1 }, new long[] { 0, 1, 1, 0 })]
    [InlineData(0, new[] { 1, 2 }, new long[] { 0, 0 })]
    [InlineData(long.MaxValue, new[] { int.MaxValue, 0 }, new[] { long.MaxValue, 0 })]
    public void Parts_sum_to_the_whole_and_the_largest_remainders_are_rounded_up(long whole, int[] weights, long[] expected) =>
        Assert.Equal(expected, LargestRemainder.Split(whole, weights));

    [Fact]
    public void Shares_of_members_and_of_the_lines_outside_sum_to_what_the_lines_bear()
    {
        var commit = new CommitTokens("cc", 19, 19, [Fixtures.DeltaBuilder.Allocation("s", 18_338, 0.0375m)]);

        TokenCost[] shares = commit.SharesOf(19, [5, 5, 5]);

        Assert.Equal(commit.Total.Usage, shares.Aggregate(default(TokenCost), (sum, share) => sum + share).Usage);
        Assert.Equal(4, shares.Length);
    }

    [Fact]
    public void Lines_that_members_share_are_borne_once_and_by_each_of_them()
    {
        var commit = new CommitTokens("cc", 20, 20, [Fixtures.DeltaBuilder.Allocation("s", 100)]);

        Assert.Equal([80L, 20L, 0L], commit.SharesOf(20, [20, 5]).Select(share => share.Usage.Total));
    }
}
