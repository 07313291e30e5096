using AiAttribution.Analyzers.Tests.Fixtures;

namespace AiAttribution.Analyzers.Tests;

/// <summary>What one of several target frameworks keeps silent about, because another tells it in the same build.</summary>
public class ToldElsewhereTests
{
    private const string Member =
        """
        0-|public class Calc { public int [|One|](int a)
        0-|{
        0-|    a++;
        0-|    a *= 2;
        0-|    a--;
        0-|    return a;
        0-|} }
        """;

    private static readonly string Silent = Member.Replace("[|", "").Replace("|]", "");

    [Fact]
    public Task File_that_another_framework_tells_of_is_told_once() => new Scenario(Silent) { Told = "1\n/project/Calc.cs\n" }.VerifyAsync(null);

    [Fact]
    public Task Path_counts_and_not_how_it_is_written() => new Scenario(Silent) { Told = "1\n/project/Lib/../Calc.cs\n" }.VerifyAsync(null);

    [Fact]
    public Task File_that_the_other_framework_does_not_compile_is_told() => new Scenario(Member) { Told = "1\n/project/Other.cs\n" }.VerifyAsync("AIA1001");

    [Fact]
    public Task File_with_conditions_is_told_because_the_other_framework_may_have_other_members() =>
        new Scenario(Member + "\n  |#if NET48\n  |class Old { }\n  |#endif") { Told = "1\n/project/Calc.cs\n" }.VerifyAsync("AIA1001");

    [Fact]
    public Task File_with_other_directives_is_told_once() =>
        new Scenario("  |#nullable enable\n  |#region One\n" + Silent + "\n  |#endregion") { Told = "1\n/project/Calc.cs\n" }.VerifyAsync(null);

    [Theory]
    [InlineData("")]
    [InlineData("/project/Calc.cs")]
    [InlineData("\0\n\n=")]
    public Task List_of_another_form_keeps_nothing_silent(string told) => new Scenario(Member) { Told = told }.VerifyAsync("AIA1001");
}
