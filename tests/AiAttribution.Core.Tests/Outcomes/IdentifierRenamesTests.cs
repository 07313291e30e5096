using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Outcomes;

public sealed class IdentifierRenamesTests
{
    [Fact]
    public void Local_renamed_everywhere_makes_no_new_line() => Assert.Equal(
        [("int total=0;", "int sum=0;"), ("total+=item;", "sum+=item;"), ("return total;", "return sum;")],
        Find("int sum = 0;\nsum += item;\nreturn sum;", "int total = 0;\ntotal += item;\nreturn total;"));

    [Fact]
    public void Other_variable_used_in_one_place_is_new_code() => Assert.Empty(Find("int a = 1; int b = 2;\nRun(a);\nStop(a);", "int a = 1; int b = 2;\nRun(b);\nStop(a);"));

    [Fact]
    public void Name_that_the_file_had_already_is_new_code() => Assert.Empty(Find("Keep(b);\nRun(a);", "Keep(b);\nRun(b);"));

    [Fact]
    public void Name_that_becomes_two_names_renames_one_at_most() => Assert.Single(Find("x(a);\ny(a);", "x(b);\ny(c);"));

    [Fact]
    public void Keyword_and_text_are_no_names() => Assert.Empty(Find("public int x;\nSay(\"good\");", "private int x;\nSay(\"bad\");"));

    [Fact]
    public void Type_and_its_constructor_are_renamed_together() => Assert.Equal(2, Find("class Cart\n{\npublic Cart(int size)\n{\n}\n}", "class Basket\n{\npublic Basket(int size)\n{\n}\n}").Count);

    private static IReadOnlyList<(string Now, string Before)> Find(string before, string now) => IdentifierRenames.Find(EffectiveLines.Of(before), EffectiveLines.Of(now));
}
