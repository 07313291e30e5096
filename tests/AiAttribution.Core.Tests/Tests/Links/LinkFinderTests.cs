using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Tests.Links;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Core.Tests.Tests.Links;

public class LinkFinderTests
{
    private const string Library =
        """
        public class Calc {
            public int Add(int a, int b) => a + b;
            public int Twice(int a) => Add(a, a);
            public static T Same<T>(T value) => value;
            public async Task<int> Later(int a) { await Task.Yield(); return Inner(a); }
            int Inner(int a) => a;
            public int Unused() => 0;
        }
        """;

    [Theory]
    [InlineData("[Xunit.Fact]")]
    [InlineData("[Xunit.Theory]")]
    [InlineData("[NUnit.Framework.Test]")]
    [InlineData("[Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]")]
    [InlineData("[TUnit.Core.Test]")]
    [InlineData("[Own]")]
    public void Test_of_any_framework_is_known_by_its_attribute(string attribute) =>
        Assert.Equal("2:A", Links($"class OwnAttribute : Xunit.FactAttribute {{ }} public class T {{ static Calc c; {attribute} public void A() => c.Add(1, 2); public void NoTest() => c.Unused(); }}"));

    [Theory]
    [InlineData("public void A() { c.Twice(1); }", "2~A 3:A")]
    [InlineData("public void A() { Helper(); } void Helper() => c.Add(1, 2);", "2~A")]
    [InlineData("public void A() { Helper(); } void Helper() => c.Twice(1);", "3~A")]
    [InlineData("public void A() { Func<int> f = () => c.Add(1, 2); f(); }", "2:A")]
    [InlineData("public void A() { int x = 1; Func<int> f = () => c.Add(x, 2); f(); }", "2:A")]
    [InlineData("public void A() { Func<int, int, int> f = c.Add; f(1, 2); }", "2:A")]
    [InlineData("public void A() { Local(); void Local() => c.Add(1, 2); }", "2:A")]
    [InlineData("public void A() { Calc.Same<List<int>>(null); }", "4:A")]
    [InlineData("public async Task A() { await c.Later(1); }", "5:A 6~A")]
    [InlineData("public async Task A() { await Task.Yield(); new List<int> { 1 }.ForEach(i => c.Add(i, i)); }", "2:A")]
    [InlineData("public void A() { foreach (int i in Many()) { } IEnumerable<int> Many() { yield return c.Add(1, 2); } }", "2:A")]
    [InlineData("public void A() { System.Linq.Expressions.Expression<Func<int>> e = () => c.Add(1, 2); }", "")]
    [InlineData("public void A() { string name = nameof(Calc.Add); }", "")]
    public void Call_is_found_wherever_the_compiler_put_it(string test, string expected)
    {
        string tests = $"public class T {{ static Calc c; [Xunit.Fact] {test} }}";

        Assert.Equal(expected, Links(tests));
        Assert.Equal(expected, CompiledPair.Links(Library, tests, OptimizationLevel.Release));
    }

    [Fact]
    public void Constructor_and_set_up_belong_to_the_test() =>
        Assert.Equal("2:A 3:A", Links("public class T { int x; public T() { x = new Calc().Add(1, 2); } [NUnit.Framework.SetUp] public void Up() => new Calc().Twice(1); [NUnit.Framework.Test] public void A() { } }"));

    [Theory]
    [InlineData("IShape s = new Square(); s.Area();", "2:A")]
    [InlineData("IShape s = new Circle(); s.Area();", "3:A")]
    [InlineData("IShape s = new Big(); s.Area();", "2:A")]
    [InlineData("IShape s = null; s.Area();", "")]
    [InlineData("ISole s = null; s.Only();", "7:A")]
    [InlineData("IBox<int> s = new Box<int>(); s.Put(1);", "9:A")]
    public void Interface_call_runs_the_type_that_the_test_creates_or_the_only_one(string test, string expected) =>
        Assert.Equal(expected, CompiledPair.Links(
            """
            public interface IShape { int Area(); }
            public class Square : IShape { public int Area() => 1; }
            public class Circle : IShape { int IShape.Area() => 2; }
            public class Big : Square { }
            public interface ISole { int Only(); }
            public class Sole : ISole {
                public int Only() => 3; }
            public interface IBox<T> { int Put(T value); }
            public class Box<T> : IBox<T> { public int Put(T value) => 4; }
            """,
            $"public class T {{ [Xunit.Fact] public void A() {{ {test} }} }}"));

    [Theory]
    [InlineData("Base b = new Derived(); b.Do();", "4:A")]
    [InlineData("Base b = new Base(); b.Do();", "2:A")]
    [InlineData("new Derived().Plain();", "3:A")]
    public void Virtual_call_runs_the_override_of_the_type_that_the_test_creates(string test, string expected) =>
        Assert.Equal(expected, CompiledPair.Links(
            """
            public class Base {
                public virtual int Do() => 1;
                public int Plain() => 3; }
            public class Derived : Base { public override int Do() => 5; }
            """,
            $"public class T {{ [Xunit.Fact] public void A() {{ {test} }} }}"));

    [Fact]
    public void Bytes_that_are_no_assembly_are_passed_over() => Assert.Empty(LinkFinder.Find([new LinkedAssembly([1, 2, 3], null), new LinkedAssembly([], [])]));

    private static string Links(string tests) => CompiledPair.Links(Library, tests);
}
