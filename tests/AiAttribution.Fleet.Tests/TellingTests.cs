using AiAttribution.Fleet.Pages;

namespace AiAttribution.Fleet.Tests;

/// <summary>What may stand alone, and what only inside of a sum.</summary>
public class TellingTests
{
    [Fact]
    public void Figure_of_enough_builders_stands_alone()
    {
        ToldScopes told = new Telling([]).Decide([("a", true, 1), ("b", true, 2)]);

        Assert.True(told.All);
        Assert.Equal(["a", "b"], told.Repositories.Order());
    }

    [Fact]
    public void Figure_of_few_is_not_found_by_taking_the_others_from_the_sum()
    {
        ToldScopes told = new Telling([]).Decide([("few", false, 5), ("small", true, 1), ("large", true, 9)]);

        Assert.True(told.All);
        Assert.Equal(["large"], told.Repositories);
    }

    [Fact]
    public void Figures_of_few_alone_are_told_nowhere()
    {
        ToldScopes told = new Telling([["a", "b"]]).Decide([("a", false, 5), ("b", false, 1)]);

        Assert.False(told.All);
        Assert.Empty(told.Groups);
        Assert.Empty(told.Repositories);
    }

    [Fact]
    public void Group_of_few_is_not_found_by_taking_the_other_groups_from_all()
    {
        ToldScopes told = new Telling([["a"], ["b"], ["few"]]).Decide([("a", true, 5), ("b", true, 7), ("few", false, 1)]);

        Assert.True(told.All);
        Assert.Equal([1], told.Groups);
        Assert.Equal(["b"], told.Repositories);
    }

    [Fact]
    public void Few_in_no_group_are_not_found_by_taking_the_groups_from_all()
    {
        ToldScopes told = new Telling([["a"], ["b"]]).Decide([("a", true, 5), ("b", true, 7), ("few", false, 1)]);

        Assert.Equal([1], told.Groups);
    }

    [Fact]
    public void Few_within_a_group_hide_one_of_the_same_group()
    {
        ToldScopes told = new Telling([["a", "few"], ["b", "c"]]).Decide([("a", true, 5), ("few", false, 1), ("b", true, 1), ("c", true, 1)]);

        Assert.Equal([0, 1], told.Groups.Order());
        Assert.Equal(["b", "c"], told.Repositories.Order());
    }
}
