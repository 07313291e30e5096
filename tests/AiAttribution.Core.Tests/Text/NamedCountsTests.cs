using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public sealed class NamedCountsTests
{
    private static readonly NamedCounts Counts = new() { { "codex", 2 }, { "aider", 2 }, { "claude-code", 5 }, { "aider", 1 }, { "Aider", 2 } };

    [Fact]
    public void Counts_of_one_name_add_up() => Assert.Equal(3, Counts["aider"]);

    [Fact]
    public void A_name_that_was_never_counted_has_none() => Assert.Equal(0, Counts["cursor"]);

    [Fact]
    public void They_are_gone_through_in_the_ordinal_order_of_names() =>
        Assert.Equal<NamedCount>([new("Aider", 2), new("aider", 3), new("claude-code", 5), new("codex", 2)], Counts);

    [Fact]
    public void Largest_first_has_equal_ones_in_the_order_of_names() =>
        Assert.Equal<NamedCount>([new("claude-code", 5), new("aider", 3), new("Aider", 2), new("codex", 2)], Counts.LargestFirst);
}
