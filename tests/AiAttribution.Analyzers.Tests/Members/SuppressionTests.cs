using AiAttribution.Core.Members;
using AiAttribution.Shared.Members;

namespace AiAttribution.Analyzers.Tests.Members;

public class SuppressionTests
{
    [Theory]
    [InlineData("[SuppressMessage(\"AiAttribution\", \"AIA1001\", Justification = \"why\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessageAttribute(\"AiAttribution\", \"AIA1001:Untested member\", Justification = \"w\" + \"hy\")]")]
    [InlineData("[Obsolete, global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", @\"AIA1001\", Scope = \"member\", Justification = (\"\"\"why\"\"\"))]")]
    public void Attribute_is_found_with_what_it_stands_at(string attribute)
    {
        Suppression found = Assert.Single(Find($"class C\n{{\n    {attribute}\n    void M()\n    {{\n    }}\n}}\n"));

        Assert.Equal(new Suppression("AIA1001", "why", 3, 3, 6, null) { Declaration = "MethodDeclaration C.M C.M()" }, found);
    }

    [Fact]
    public void Attribute_of_a_type_covers_all_of_it() =>
        Assert.Equal((1, 4), Assert.Single(Find("[SuppressMessage(\"AiAttribution\", \"AIA2007\")]\nclass C\n{\n}\n")) is var s ? (s.FirstLine, s.LastLine) : default);

    [Theory]
    [InlineData("~M:Lib.Calc.Mul(System.Int32,System.Int32)", "Lib.Calc.Mul")]
    [InlineData("~M:Lib.Box`1.Add(`0)~System.Int32", "Lib.Box.Add")]
    [InlineData("~P:Lib.Calc.Total", "Lib.Calc.Total")]
    [InlineData("~T:Lib.Calc", "Lib.Calc")]
    [InlineData("M:Lib.Calc.#ctor", "Lib.Calc.#ctor")]
    public void Attribute_of_the_assembly_names_its_target(string target, string name)
    {
        Suppression found = Assert.Single(Find($"[assembly: SuppressMessage(\"AiAttribution\", \"AIA2007\", Justification = \"why\", Scope = \"member\", Target = \"{target}\")]\n"));

        Assert.Equal(new Suppression("AIA2007", "why", 1, 0, 0, name), found);
    }

    [Theory]
    [InlineData("[SuppressMessage(\"Usage\", \"CA1801\", Justification = \"why\")]")]
    [InlineData("[SuppressMessage(\"AiAttribution\")]")]
    [InlineData("[SuppressMessage(Category, Id)]")]
    [InlineData("[MySuppressMessage(\"AiAttribution\", \"AIA1001\")]")]
    public void Other_attribute_is_none_of_ours(string attribute) => Assert.Empty(Find($"{attribute}\nclass C {{ }}\n"));

    [Fact]
    public void Pragma_is_not_counted() => Assert.Empty(Find("#pragma warning disable AIA1001\nclass C { }\n"));

    [Theory]
    [InlineData("namespace Lib; class Calc { int Mul(int a) { return a; } }", "Lib.Calc.Mul")]
    [InlineData("namespace A.B { namespace C { class Box<T> { struct In { void M<U>() { } } } } }", "A.B.C.Box.In.M")]
    [InlineData("class Calc { Calc() { } }", "Calc.#ctor")]
    [InlineData("class Calc { int Total { get { return 1; } } }", "Calc.Total")]
    public void Member_has_the_name_that_a_target_has(string source, string name) => Assert.Equal(name, Assert.Single(new RoslynMemberFinder().Find("C.cs", source)).QualifiedName);

    private static IReadOnlyList<Suppression> Find(string source) => new RoslynMemberFinder().FindSuppressions("C.cs", source);
}
