using AiAttribution.Core.Snapshot;

namespace AiAttribution.Core.Tests.Snapshot;

public class LineAlignerTests
{
    [Theory]
    [InlineData("abc", "abc", "0 1 2")]
    [InlineData("abc", "xabc", "- 0 1 2")]
    [InlineData("abc", "axbc", "0 - 1 2")]
    [InlineData("abc", "ac", "0 2")]
    [InlineData("abc", "axc", "0 - 2")]
    [InlineData("abc", "", "")]
    [InlineData("", "abc", "- - -")]
    [InlineData("abcdef", "xabcyzdefw", "- 0 1 2 - - 3 4 5 -")]
    [InlineData("a{b}c{d}", "a{x}b{c}d", "0 1 - - 2 - 4 - 6")]
    [InlineData("ab}}", "cde}}", "- - - 2 3")]
    [InlineData("p}q", "r}p}q}s", "- - 0 1 2 - -")]
    [InlineData("1xp2xp3", "1yxq2yxq3", "0 - 1 - 3 - 4 - 6")]
    public void Lines_are_found_again_in_order(string recorded, string now, string expected) =>
        Assert.Equal(expected, string.Join(' ', Align(recorded, now).Select(line => line < 0 ? "-" : line.ToString())));

    [Fact]
    public void Of_two_blocks_that_swapped_places_one_is_found() =>
        Assert.Equal([-1, -1, 0, 1, 2], Align("abcde", "deabc"));

    [Fact]
    public void Edits_in_many_places_leave_all_other_lines_matched()
    {
        uint[] recorded = [.. Enumerable.Range(0, 2_000).Select(i => i % 5 == 0 ? 7u : (uint)i + 100)];
        List<uint> now = [.. recorded];
        for (int edit = 0; edit < 19; edit++)
            now.Insert(edit * 100, 1_000_000u + (uint)edit);

        int[] pairs = LineAligner.Align(recorded, [.. now]);

        Assert.Equal(19, pairs.Count(pair => pair < 0));
    }

    [Fact]
    public void Random_texts_give_pairs_that_are_equal_and_increase()
    {
        Random random = new(20260102);
        for (int round = 0; round < 3_000; round++)
        {
            int letters = random.Next(1, 40);
            uint[] recorded = [.. Enumerable.Range(0, random.Next(60)).Select(_ => (uint)random.Next(letters))];
            uint[] now = random.Next(2) == 0
                ? [.. Enumerable.Range(0, random.Next(60)).Select(_ => (uint)random.Next(letters))]
                : [.. recorded.Where(_ => random.Next(8) > 0).SelectMany(hash => random.Next(8) > 0 ? [hash] : new[] { hash, 1_000u })];

            AssertSound(recorded, now, LineAligner.Align(recorded, now));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50_000)]
    public void Hostile_repetition_ends_soon_and_stays_sound(int letters)
    {
        Random random = new(20260103);
        uint[] recorded = [.. Enumerable.Range(0, 50_000).Select(_ => (uint)random.Next(letters))];
        uint[] now = [.. recorded.Reverse()];

        AssertSound(recorded, now, LineAligner.Align(recorded, now));
    }

    private static void AssertSound(uint[] recorded, uint[] now, int[] pairs)
    {
        Assert.Equal(now.Length, pairs.Length);
        int before = -1;
        for (int line = 0; line < pairs.Length; line++)
        {
            if (pairs[line] < 0)
                continue;
            Assert.True(pairs[line] > before, "pairs do not increase");
            Assert.Equal(recorded[pairs[line]], now[line]);
            before = pairs[line];
        }
    }

    private static int[] Align(string recorded, string now) =>
        LineAligner.Align([.. recorded.Select(c => (uint)c)], [.. now.Select(c => (uint)c)]);
}
