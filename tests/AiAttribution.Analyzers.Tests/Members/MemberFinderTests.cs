using AiAttribution.Core.Members;
using AiAttribution.Shared.Members;

namespace AiAttribution.Analyzers.Tests.Members;

public class MemberFinderTests
{
    [Theory]
    [InlineData("class C { void M() { } }", "C.M()")]
    [InlineData("class C { int M(int a, string? b) => a; }", "C.M(int, string?)")]
    [InlineData("class C { void M(ref int a, out int b, in int c, params int[] d) { b = 0; } }", "C.M(ref int, out int, in int, int[])")]
    [InlineData("static class C { static void M(this string s) { } }", "C.M(string)")]
    [InlineData("class C { T M<T, U>(Dictionary< string,List<U> > d) where T : new() { return new T(); } }", "C.M<T, U>(Dictionary<string, List<U>>)")]
    [InlineData("class C { void M((int a, string b) t, int[,] m, int?[] n) { } }", "C.M((int a, string b), int[,], int?[])")]
    [InlineData("namespace A.B { class C { class D<T> { void M() { } } } }", "C.D<T>.M()")]
    [InlineData("namespace A.B; struct C { void M() { } }", "C.M()")]
    [InlineData("class C { public C(int a) { } }", "C.C(int)")]
    [InlineData("class C { static C() { } }", "C.static C()")]
    [InlineData("class C { ~C() { } }", "C.~C()")]
    [InlineData("class C { public static C operator +(C a, C b) => a; }", "C.operator +(C, C)")]
    [InlineData("class C { public static explicit operator checked int(C a) => 0; }", "C.explicit operator checked int(C)")]
    [InlineData("class C { public static implicit operator int(C a) => 0; }", "C.implicit operator int(C)")]
    [InlineData("class C { int P => 1; }", "C.P")]
    [InlineData("class C { int P { get { return 1; } set { } } }", "C.P.get", "C.P.set")]
    [InlineData("class C { int P { get => 1; init; } }", "C.P.get")]
    [InlineData("class C { int this[int i] => i; }", "C.this[int]")]
    [InlineData("class C { int this[int i, int j] { get { return i; } } }", "C.this[int, int].get")]
    [InlineData("class C { event Action E { add { } remove { } } }", "C.E.add", "C.E.remove")]
    [InlineData("class C : I { void I.M() { } int I.P => 1; }", "C.I.M()", "C.I.P")]
    [InlineData("interface I { void M(); int D() => 1; }", "I.D()")]
    [InlineData("record R(int A) { public int Twice() => A * 2; }", "R.Twice()")]
    [InlineData("record struct R(int A) { public R() : this(1) { } }", "R.R()")]
    [InlineData("class C(int a) { int P => a; }", "C.P")]
    [InlineData("partial class C { partial void M(); partial void M() { } }", "C.M()")]
    [InlineData("class C { int @class(int @int) => 1; }", "C.class(int)")]
    public void Members_are_named_as_a_developer_would(string source, params string[] names) => Assert.Equal(names, Names(source));

    [Theory]
    [InlineData("class C { int _field = 1; Func<int> _lambda = () => 1; }")]
    [InlineData("class C { int P { get; set; } = 1; event Action E; }")]
    [InlineData("abstract class C { abstract void M(); abstract int P { get; } extern static void X(); }")]
    [InlineData("enum E { A } delegate void D();")]
    [InlineData("record R(int A);")]
    [InlineData("")]
    [InlineData("// nothing here")]
    public void What_has_no_body_is_no_member(string source) => Assert.Empty(Names(source));

    [Fact]
    public void Lambdas_and_local_functions_belong_to_the_member_around_them()
    {
        Member member = Assert.Single(Find(
            """
            class C
            {
                int M()
                {
                    int Local() => 1;
                    Func<int> f = () =>
                    {
                        return 2;
                    };
                    return Local() + f();
                }
            }
            """));

        Assert.Equal([3, 5, 6, 8, 10], member.CodeLines);
    }

    [Fact]
    public void Top_level_statements_are_one_member_and_types_after_them_have_their_own()
    {
        IReadOnlyList<Member> members = Find(
            """
            using System;

            int a = 1;
            Console.WriteLine(a);
            int Twice() => a * 2;

            class C
            {
                void M() { }
            }
            """);

        Assert.Equal(["top-level code", "C.M()"], members.Select(member => member.Name));
        Assert.Equal([3, 4, 5], members[0].CodeLines);
        Assert.Equal((3, 1, 3, 5), (members[0].Line, members[0].Column, members[0].FirstLine, members[0].LastLine));
    }

    [Fact]
    public void Position_is_that_of_the_identifier_and_attributes_are_left_out()
    {
        Member member = Assert.Single(Find(
            """
            class C
            {
                /// <summary>Adds.</summary>
                [Obsolete(
                    "why")]
                [Pure]
                public static
                    int Add(int a)
                {
                    return a;
                }
            }
            """));

        Assert.Equal((8, 13, 7, 11), (member.Line, member.Column, member.FirstLine, member.LastLine));
        Assert.Equal([7, 8, 10], member.CodeLines);
    }

    private static IEnumerable<string> Names(string source) => Find(source).Select(member => member.Name);

    private static IReadOnlyList<Member> Find(string source) => new RoslynMemberFinder().Find("C.cs", source);
}
