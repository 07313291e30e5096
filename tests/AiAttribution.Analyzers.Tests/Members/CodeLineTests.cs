using AiAttribution.Shared.Members;

namespace AiAttribution.Analyzers.Tests.Members;

/// <summary>Lines that count as code end in <c>// code</c> or hold text of a string; nothing else does.</summary>
public class CodeLineTests
{
    [Fact]
    public void Blank_comment_and_bracket_lines_are_left_out() => Verify(
        """
        class C
        {
            int M( // code
                int a) // code
            {
                // why

                /* a long
                   story */
                int[] b = new int[] // code
                {
                    a, // code
                };
                Run(() => // code
                {
                    a++; // code
                });
                { }
                ;
                /* short */ return a; // code
            }
        }
        """);

    [Fact]
    public void All_lines_of_a_long_string_are_code() =>
        Assert.Equal([3, 4, 5, 6, 7], Lines("class C\n{\n    string M() => @\"one\n\n    // two\n    }\n    three\";\n}"));

    [Fact]
    public void Directives_and_what_they_leave_out_are_no_code() => Verify(
        """
        class C
        {
            int M() // code
            {
        #if FEATURE
                int left = 1;
        #else
                int taken = 2; // code
        #endif
        #pragma warning disable CS0219
                #region why
                return taken; // code
                #endregion
            }
        }
        """);

    [Fact]
    public void Symbols_decide_which_branch_is_code()
    {
        const string source = "class C\n{\n    int M()\n    {\n#if FEATURE\n        return 1;\n#else\n        return 2;\n#endif\n    }\n}";

        Assert.Equal([3, 6], new RoslynMemberFinder(["FEATURE"]).Find("C.cs", source)[0].CodeLines);
        Assert.Equal([3, 8], new RoslynMemberFinder().Find("C.cs", source)[0].CodeLines);
    }

    [Fact]
    public void Statements_that_share_a_line_make_one_code_line() => Assert.Equal([1], Lines("class C { int M() { int a = 1; return a; } }"));

    [Fact]
    public void Lines_are_counted_as_git_counts_them() =>
        Assert.Equal([2, 3], Lines("class C {\n    string M() => \"\u2028\"\n        + 1; }".Replace("\"\u2028\"", "/* \u2028 */ \"\"")));

    [Theory]
    [InlineData("class C { void M( { int a = ; } }")]
    [InlineData("class C { void M() { \"\"\" }")]
    [InlineData("}}}}")]
    public void Code_that_does_not_parse_is_read_as_far_as_it_goes(string source) => Assert.NotNull(new RoslynMemberFinder().Find("C.cs", source));

    private static void Verify(string source) => Assert.Equal(
        source.Split('\n').Select((line, i) => (line, i)).Where(line => line.line.EndsWith("// code", StringComparison.Ordinal)).Select(line => line.i + 1),
        Lines(source));

    private static IReadOnlyList<int> Lines(string source) => Assert.Single(new RoslynMemberFinder().Find("C.cs", source)).CodeLines;
}
