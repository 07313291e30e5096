using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Core.Tests.Tests.Links;

public class ReferenceSearchTests
{
    private const string Library =
        """
        public class Calc {
            public int Add(int a, int b) => Sum(a, b);
            int Sum(int a, int b) => a + b;
            public static int Times(int a, int b) => Enumerable.Repeat(a, b).Sum(x => x + Zero());
            static int Zero() => 0;
            public async Task<int> Later(int a) { await Task.Yield(); return Inner(a); }
            static int Inner(int a) => a;
            public IEnumerable<int> Many() { yield return Deep(); }
            static int Deep() => Local(); static int Local() { return L(); int L() => 1; }
        }
        public class Other {
            public static int Unused() => 1;
        }
        """;

    private const string One = "public class T { [Xunit.Fact] public void A() => new Calc(); }";

    [Theory]
    [InlineData("new Calc();", "2 3 4 5 6 7 8 9 12")]
    [InlineData("new Calc().Add(1, 2);", "4 5 6 7 8 9 12")]
    [InlineData("Calc.Times(1, 2);", "2 3 6 7 8 9 12")]
    [InlineData("new Calc().Later(1);", "2 3 4 5 8 9 12")]
    [InlineData("new Calc().Many();", "2 3 4 5 6 7 12")]
    [InlineData("Func<int, int, int> f = new Calc().Add;", "4 5 6 7 8 9 12")]
    [InlineData("System.Linq.Expressions.Expression<Func<Calc, int>> e = c => c.Add(1, 2);", "12")]
    public void Method_is_reached_by_any_call_chain(string test, string unreached) =>
        Assert.Equal(unreached, Unreached(Library, test));

    [Theory]
    [InlineData("typeof(Calc).ToString();")]
    [InlineData("Add<Calc>();")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<Calc>(\"\");")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<List<Calc>>(\"\");")]
    [InlineData("System.Activator.CreateInstance<Calc>();")]
    [InlineData("new Calc().GetType().GetMethod(\"Add\");")]
    [InlineData("dynamic c = new Calc(); c.Add(1, 2);")]
    public void Type_that_is_named_reflected_on_or_a_type_argument_is_reached_with_all_members(string test) =>
        Assert.Equal("12", Unreached(Library, test));

    [Theory]
    [InlineData("typeof(Calc).Assembly.GetTypes();")]
    [InlineData("Type.GetType(\"Other\");")]
    [InlineData("System.Reflection.Assembly.LoadFrom(\"Lib.dll\"); new Calc();")]
    public void Search_through_whole_assemblies_may_find_anything(string test) =>
        Assert.Null(Unreached(Library, test + " new Calc();"));

    [Fact]
    public void Name_of_an_assembly_is_no_search_through_it() =>
        Assert.Equal("12", Unreached(Library, "typeof(Calc).Assembly.GetName();"));

    [Theory]
    [InlineData("IShape s = null; s.Area();", "2 3 4 13 14")]
    [InlineData("Shape s = null; s.Name();", "11 12 13 14")]
    [InlineData("new Square();", "2 11 12 13 14")]
    [InlineData("using (new Round()) { }", "2 3 4 14")]
    public void Virtual_call_reaches_every_override(string test, string unreached) =>
        Assert.Equal(unreached, Unreached(
            """
            public abstract class Shape : Nothing {
                public virtual string Name() => "shape"; }
            public class Square : Shape { public override string Name() => "square"; public override string ToString() => Text();
                string Text() => ""; }
            public interface IShape { int Area(); }
            public class Nothing { }

            public class Round : IShape, IDisposable {


                public int Area() => 2;
                public void Dispose() => Area();
                public Round() { }
                public void Unused() => Area(); }
            """,
            test));

    [Theory]
    [InlineData("[Named(typeof(Found))]")]
    [InlineData("[Named<Found>]")]
    [InlineData("[Named(\"Found, Lib\")]")]
    public void Type_that_an_attribute_names_is_reached(string attribute) =>
        Assert.Equal("6", CompiledPair.Unreached(CompiledPair.Build(
            $$"""
            public class NamedAttribute : Attribute { public NamedAttribute() { } public NamedAttribute(Type type) { } public NamedAttribute(string type) { } }
            public class NamedAttribute<T> : Attribute { }

            public class Found { public int Run() => 1; }
            public class Lost {
                public int Run() => 1; }
            {{attribute}} public class Used { }
            """,
            "public class T { [Xunit.Fact] public void A() { new Used(); new NamedAttribute(\"\"); new NamedAttribute(typeof(T)); new NamedAttribute(); new NamedAttribute<T>(); } }")));

    [Theory]
    [InlineData("[Run.Command]", "")]
    [InlineData("", " : Run.IHandler")]
    [InlineData("", " : Run.Handler")]
    public void What_a_library_finds_by_attribute_interface_or_base_is_reached(string attribute, string above) =>
        Assert.Equal("3", CompiledPair.Unreached(CompiledPair.Build(
            $$"""
            {{attribute}} public class Found{{above}} { public int Run() => 1; }
            public class Lost {
                public int Run() => 1; }
            public class Used { }
            """,
            "public class T { [Xunit.Fact] public void A() => new Used(); }",
            "namespace Run { public class CommandAttribute : System.Attribute { } public interface IHandler { } public class Handler { } }")));

    [Fact]
    public void Helper_that_no_test_calls_counts_as_test_code() =>
        Assert.Equal("4 5 6 7 8 9 12", CompiledPair.Unreached(CompiledPair.Build(Library, "public class T { [Xunit.Fact] public void A() { } } public class Helper { static int B() => new Calc().Add(1, 2); }")));

    [Fact]
    public void Nothing_is_said_without_tests_or_a_reference_to_the_assembly()
    {
        Assert.Null(CompiledPair.Unreached(CompiledPair.Build(Library, "public class T { public void A() => new Calc(); }")));
        Assert.Null(CompiledPair.Unreached(CompiledPair.Build(Library, "public class T { [Xunit.Fact] public void A() { } }")));
    }

    [Theory]
    [InlineData("Tests")]
    [InlineData("Lib")]
    public void Nothing_is_said_when_tests_or_code_are_of_another_text(string old)
    {
        IReadOnlyList<BuiltAssembly> built = CompiledPair.Build(Library, One);

        Assert.NotNull(CompiledPair.Unreached(built));
        Assert.Null(CompiledPair.Unreached(built.Select(b => b with { IsOfNow = b.Name != old })));
    }

    [Fact]
    public void Older_build_beside_one_of_now_is_left_out()
    {
        IReadOnlyList<BuiltAssembly> old = CompiledPair.Build(Library, One.Replace("new Calc()", "new Calc().Add(1, 2)", StringComparison.Ordinal));
        IReadOnlyList<BuiltAssembly> built = CompiledPair.Build(Library, One);

        Assert.Equal("2 3 4 5 6 7 8 9 12", CompiledPair.Unreached([.. built, .. old.Select(b => b with { IsOfNow = false })]));
        Assert.Equal("4 5 6 7 8 9 12", CompiledPair.Unreached([.. built, .. old]));
    }

    [Fact]
    public void Older_build_of_another_project_of_the_same_name_leaves_the_answer_open()
    {
        IReadOnlyList<BuiltAssembly> built = CompiledPair.Build(Library, One);

        Assert.NotNull(CompiledPair.Unreached([.. built, built[0] with { IsOfNow = false }]));
        Assert.Null(CompiledPair.Unreached([.. built, built[0] with { IsOfNow = false, Project = "other" }]));
    }

    [Fact]
    public void Damaged_assembly_costs_the_answer_and_nothing_else()
    {
        IReadOnlyList<BuiltAssembly> built = CompiledPair.Build(Library, One);

        Assert.Null(CompiledPair.Unreached([built[0] with { Files = null }, built[1]]));
        for (int at = 0; at < built[0].Files!.Image.Length; at++)
        {
            byte[] image = [.. built[0].Files!.Image];
            image[at] ^= 0x5A;
            BuiltAssembly damaged = built[0] with { Files = new LinkedAssembly(image, built[0].Files!.Symbols) };
            Assert.Null(Record.Exception(() => { CompiledPair.Unreached([damaged, built[1]]); }));
            Assert.Null(Record.Exception(() => { LinkFinder.Find([damaged.Files!, built[1].Files!]); }));
        }
    }

    private static string? Unreached(string library, string test) =>
        CompiledPair.Unreached(CompiledPair.Build(library, $"public class T {{ [Xunit.Fact] public void A() {{ {test} }} static void Add<X>() {{ }} }}"));
}
