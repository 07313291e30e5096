using System.Text.RegularExpressions;
using AiAttribution.Core.Text;
using CsCheck;

namespace AiAttribution.Core.Tests.Text;

public class GlobTests
{
    private static readonly Gen<string> Patterns =
        Gen.OneOf("a", "b", "/", "*", "?", "**", "**/", "[ab]", "[!a]", "[a-b/]", ".").Array[1, 6].Select(string.Concat<string>);

    private static readonly Gen<string> Texts = Gen.Char["ab/."].Array[0, 6].Select(characters => new string(characters));

    [Theory]
    [InlineData("v*", "v1.2.3", true)]
    [InlineData("v*", "release/v1", false)]
    [InlineData("v*", "v/1", true)]
    [InlineData("[0-9]*.[0-9]*", "10.2", true)]
    [InlineData("[0-9]*.[0-9]*", "7.0.0-rc.1", true)]
    [InlineData("[0-9]*.[0-9]*", "beta-7.0", false)]
    [InlineData("[!v]*", "v1", false)]
    [InlineData("v?.0", "v1.0", true)]
    [InlineData("v?.0", "v10.0", false)]
    [InlineData("v1.0", "v1x0", false)]
    [InlineData("v*", "v1\nx", true)]
    [InlineData("[", "[", true)]
    [InlineData("[]", "[]", true)]
    [InlineData("a[\\]b", "a\\b", true)]
    [InlineData("[a-c-e]", "b", true)]
    [InlineData("[a-c-e]", "-", true)]
    [InlineData("[a-c-e]", "d", false)]
    [InlineData("[c-a]", "b", false)]
    [InlineData("[!]", "!", true)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("*a*b*", "xxbxxaxx", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void Name_matches_as_in_git_tag_list(string pattern, string name, bool matches) =>
        Assert.Equal(matches, Glob.ForNames(pattern).Matches(name));

    [Theory]
    [InlineData("**/*.cs", "Program.cs", true)]
    [InlineData("**/*.cs", "src/Lib/Calc.cs", true)]
    [InlineData("**/*.cs", "src/Lib/Calc.csproj", false)]
    [InlineData("src/*.cs", "src/Calc.cs", true)]
    [InlineData("src/*.cs", "src/Lib/Calc.cs", false)]
    [InlineData("src/**", "src/Lib/Calc.cs", true)]
    [InlineData("*.cs", "src/Lib/Calc.cs", true)]
    [InlineData("/src/*.cs", "src/Calc.cs", true)]
    [InlineData("**/TestResults/**/*cobertura.xml", "TestResults/coverage.cobertura.xml", true)]
    [InlineData("**/TestResults/**/*cobertura.xml", "tests/T/TestResults/a-guid/coverage.cobertura.xml", true)]
    [InlineData("**/TestResults/**/*cobertura.xml", "tests/T/results/coverage.cobertura.xml", false)]
    [InlineData("**/b", "ab", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("**/**/b", "b", true)]
    [InlineData("a/**", "a/", true)]
    [InlineData("a/?.cs", "a//.cs", false)]
    public void Path_matches_within_folders_and_across_them_only_with_two_stars(string pattern, string path, bool matches) =>
        Assert.Equal(matches, Glob.ForPaths(pattern).Matches(path));

    [Theory]
    [InlineData("Calc.Add(int, int)", "Calc.Add(int, int)")]
    [InlineData("Calc.All(int[], T?)", "Calc.All(int[], T[?])")]
    [InlineData("Calc.At(int*)", "Calc.At(int[*])")]
    [InlineData("Calc.this[int]", "Calc.this[[]int]")]
    [InlineData("a[", "a[[]")]
    [InlineData("[!]]**/", "[[]!]][*][*]/")]
    public void Literal_matches_its_text(string text, string pattern)
    {
        Assert.Equal(pattern, Glob.Literal(text));
        Assert.True(Glob.ForNames(pattern).Matches(text));
    }

    [Fact]
    public void Pattern_of_many_stars_matches_a_long_text_in_its_length_times_that_of_the_pattern() =>
        Assert.False(Glob.ForNames(string.Concat(Enumerable.Repeat("*a", 500)) + "b").Matches(new string('a', 20_000)));

    [Fact]
    public void Pattern_of_nothing_but_stars_matches_a_long_text_in_its_length_times_that_of_the_pattern() =>
        Assert.False(Glob.ForPaths(string.Concat(Enumerable.Repeat("**/", 5_000)) + "b").Matches(string.Concat(Enumerable.Repeat("a/", 2_000))));

    [Theory]
    [InlineData("Calc.T?", "Calc.Tx")]
    [InlineData("Calc.this[int]", "Calc.thisi")]
    [InlineData("*", "a")]
    public void Literal_matches_no_other_text(string text, string other) => Assert.False(Glob.ForNames(Glob.Literal(text)).Matches(other));

    [Fact]
    public void Any_pattern_matches_what_its_regular_expression_matches() => Gen.Select(Patterns, Texts).Sample(
        (pattern, text) =>
        {
            Assert.Equal(Regex.IsMatch(text, Expression(pattern, "[^\0]")), Glob.ForNames(pattern).Matches(text));
            if (pattern.Contains('/') && pattern[0] != '/')
                Assert.Equal(Regex.IsMatch(text, Expression(pattern, "[^/]")), Glob.ForPaths(pattern).Matches(text));
        },
        iter: 20_000);

    private static string Expression(string pattern, string one) =>
        "\\A" + Regex.Replace(pattern, @"\*\*/|\*\*|\*|\?|\[[^]]+\]|\.", part => part.Value switch
        {
            "**/" => "(?:.*/)?",
            "**" => ".*",
            "*" => one + "*",
            "?" => one,
            "." => "\\.",
            string characters => characters.Replace('!', '^'),
        }) + "\\z";
}
