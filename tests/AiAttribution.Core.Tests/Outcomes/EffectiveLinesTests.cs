using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Outcomes;

public sealed class EffectiveLinesTests
{
    [Fact]
    public void Blank_comment_brace_directive_and_using_are_no_lines() => Assert.Equal(
        [(9, "class A", "A"), (15, "int x=1;", "A")],
        Read(
            """
            using System;
            global using static System.Math;
            using Text = System.String;

            // a comment
            /* another
               over lines */
            #region A
            public_less: // not code of a type
            """.Replace("public_less: // not code of a type", "class A")
            + """

            {
                // nothing
                /// <summary>Nothing.</summary>
                #if DEBUG

                    int  x = 1; // one
                #endif
            }
            """));

    [Theory]
    [InlineData("    Run( a,b );  // both")]
    [InlineData("{ Run(a, b); }")]
    [InlineData("\tRun(a,b) ; /* x */")]
    public void Layout_makes_no_other_text(string line) => Assert.Equal("Run(a,b);", Assert.Single(Read(line)).Text);

    [Fact]
    public void Brace_on_a_line_of_its_own_makes_no_other_text() => Assert.Equal(Read("if (x) {\nRun();\n} else {\nStop();\n}").Select(l => l.Text), Read("if (x)\n{\nRun();\n}\nelse\n{\nStop();\n}").Select(l => l.Text));

    [Fact]
    public void Lines_belong_to_the_top_level_type_with_its_namespace() => Assert.Equal(
        [("namespace A.B", null), ("[Mark]", "A.B.Outer"), ("class Outer", "A.B.Outer"), ("class Inner", "A.B.Outer"), ("int x;", "A.B.Outer"), ("record Point(int X);", "A.B.Point"), ("enum E", "A.B.E"), ("One", "A.B.E")],
        Types("namespace A.B\n{\n  [Mark]\n  class Outer\n  {\n    class Inner { }\n    int x;\n  }\n  record Point(int X);\n  enum E { \n One } }"));

    [Fact]
    public void File_scoped_namespace_holds_what_follows() => Assert.Equal(
        [("namespace A;", null), ("record struct P(int X)", "A.P"), ("int Y=>X;", "A.P"), ("interface I", "A.I")],
        Types("namespace A;\nrecord struct P(int X)\n{\n int Y => X;\n}\ninterface I\n{\n}"));

    [Fact]
    public void Top_level_statements_are_of_no_type() => Assert.Equal([("Run();", null), ("class A", "A"), ("static void Run()", null)], Types("Run();\nif (true) { }\nclass A { }\nstatic void Run() { }").Where(t => t.Item1 != "if(true)"));

    [Theory]
    [InlineData("var s = \"} class X {\";")]
    [InlineData("var s = @\"a \"\" } class X {\";")]
    [InlineData("var s = $\"{(x ? \"}\" : \"{\")} }} class X {{\";")]
    [InlineData("var s = \"\"\"\n } class X { \" }\n \"\"\";")]
    [InlineData("var c = '}'; var d = '\\''; var e = '\"';")]
    [InlineData("/* } class X { */ int y;")]
    [InlineData("// } class X {\nint y;")]
    public void Braces_in_strings_and_comments_do_not_nest(string line) =>
        Assert.All(Types($"class A\n{{\n{line}\nint after;\n}}\nclass B\n{{\nint b;\n}}"), t => Assert.True(t.Item2 == (t.Item1 is "class B" or "int b;" ? "B" : "A"), t.ToString()));

    [Fact]
    public void Branches_of_a_condition_nest_each_by_itself() => Assert.Equal(
        ["A", "A", "A", "B"],
        Types("#if X\nclass A : I {\n#else\nclass A : J {\n#endif\nint a;\n}\nclass B { }").Select(t => t.Item2));

    [Fact]
    public void Text_that_never_ends_is_read_to_its_end() => Assert.NotEmpty(Read("class A { string s = $\"{ \"{ $\"{ /* '"));

    private static IReadOnlyList<(int Line, string Text, string? Type)> Read(string text) => [.. EffectiveLines.Of(text).Select(l => (l.Line, l.Text, l.Type))];

    private static IEnumerable<(string, string?)> Types(string text) => EffectiveLines.Of(text).Select(l => (l.Text, l.Type));
}
