using AiAttribution.Analyzers.Tests.Fixtures;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Testing.Roslyn;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests;

/// <summary>AIA1004, on files whose lines are all of one source.</summary>
public class AssertionlessTestTests
{
    private const string Frame =
        """
        using System; using System.Threading.Tasks;
        class FactAttribute : Attribute { public string Skip; public int Timeout; } class CombinatorialAttribute : Attribute { } class CancelAfterAttribute : Attribute { public CancelAfterAttribute(int ms) { } } static class Is { public static bool Ok; } class TestMethodAttribute : Attribute { } class TestAttribute : Attribute { } class AvaloniaTestAttribute : TestAttribute { } class TestCaseAttribute : Attribute { public object ExpectedResult; }
        class ExpectedExceptionAttribute : Attribute { } class TestClassAttribute : Attribute { }
        static class Assert { public static void True(bool b) { } } static class ShouldExtensions { public static void ShouldBe(this int a, int b) { } public static Verb Should(this int a) => null; } class Verb { public void Be(int a) { } }
        static class Received { public static void InOrder(Action calls) { } } static class Assume { public static void That(bool b) { } } static class Warn { public static void If(bool b) { } }
        class Mock { public void Verify() { } public int Value() => 1; }
        class Visitor { public void Visit() { Assert.True(Is.Ok); } }
        static class Elsewhere { public static void Outer() => Middle(); static void Middle() => Assert.True(Is.Ok); public static void Plain() => new Mock().Value(); }

        """;

    [Theory]
    [InlineData("[Fact] public void [|M|]() { }")]
    [InlineData("[Fact] public void [|M|]() { new Mock().Value(); }")]
    [InlineData("[TestClass] public class U { [TestMethod] public void [|M|]() => new Mock().Value(); }")]
    [InlineData("public abstract class U { [TestMethod] public void [|M|]() { } }")]
    [InlineData("public partial class U { [TestMethod] public void [|M|]() { } } [TestClass] public partial class U { }")]
    [InlineData("[Fact] public void [|M|]() { Call(Plain); } void Call(Action action) => action(); void Plain() => new Mock().Value();")]
    [InlineData("[AvaloniaTest] public void [|M|]() => new Mock().Value();")]
    [InlineData("[Fact] public async Task [|M|]() { await Task.Yield(); }")]
    [InlineData("[Fact] public void [|M|]() { Helper(); } void Helper() => new Mock().Value();")]
    [InlineData("[Fact] public void [|M|]() { Loop(); } void Loop() => Loop();")]
    [InlineData("[Fact] public void [|M|]() => Elsewhere.Plain();")]
    [InlineData("[Fact] public void [|M|]() { Assert.True(true); }")]
    [InlineData("[Fact] public void [|M|]() => Assert.True(true);")]
    [InlineData("[Fact] public void [|M|]() { 1.Should(); }")]
    [InlineData("[Fact] public void [|M|]() => 1.Should();")]
    [InlineData("[Fact] public void [|M|]() { System.Text.RegularExpressions.Regex.Match(\"a\", \"a\"); }")]
    [InlineData("[Fact] public void [|M|]() { string.Compare(\"a\", \"b\"); }")]
    [InlineData("[Fact] public void [|M|]() { new System.Collections.Generic.List<int>().EnsureCapacity(1); }")]
    [InlineData("[Fact] public void [|M|]() { default(System.Threading.CancellationToken).ThrowIfCancellationRequested(); }")]
    [InlineData("[Fact] public void [|M|]() { ArgumentNullException.ThrowIfNull(\"a\"); }")]
    [InlineData("[Combinatorial] public void [|M|]() { new Mock().Value(); }")]
    public async Task Test_that_asserts_nothing_is_reported(string test) => await Run(test).VerifyAsync("AIA1004");

    [Theory]
    [InlineData("[Fact] public void M() { Assert.True(Is.Ok); }")]
    [InlineData("[Fact] public void M() => 1.ShouldBe(1);")]
    [InlineData("[Fact] public void M() => 1.Should().Be(1);")]
    [InlineData("[Fact] public void M() { Received.InOrder(() => new Mock().Value()); }")]
    [InlineData("[Fact] public void M() { Assume.That(Is.Ok); }")]
    [InlineData("[Fact] public void M() { Warn.If(Is.Ok); }")]
    [InlineData("[Fact] public void M() { System.Diagnostics.Debug.Assert(Is.Ok); }")]
    [InlineData("[Fact] public void M() { Assert.True(true); Assert.True(Is.Ok); }")]
    [InlineData("[Fact(Timeout = 100)] public void M() { new Mock().Value(); }")]
    [InlineData("[Test, CancelAfter(100)] public void M() { new Mock().Value(); }")]
    [InlineData("[Fact] public void M() { new Mock().Verify(); }")]
    [InlineData("[Fact] public void M() { if (new Mock().Value() != 1) throw new Exception(); }")]
    [InlineData("[Fact] public async Task M() { await Task.Run(() => Assert.True(Is.Ok)); }")]
    [InlineData("[Fact] public void M() { Helper(); } void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() => Elsewhere.Outer();")]
    [InlineData("[Fact] public void M() { new Visitor(); }")]
    [InlineData("[Fact] public void M() { Call(Helper); } void Call(Action action) => action(); void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() { Call(this.Helper); } void Call(Action action) => action(); void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() { Action action = Helper; action(); } void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() { Action action; action = Helper; action(); } void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() { foreach (Action action in new Action[] { Helper }) action(); } void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() { Action[] actions = [Helper]; actions[0](); } void Helper() => Assert.True(Is.Ok);")]
    [InlineData("[Fact] public void M() {\n#if NEVER\nAssert.True(Is.Ok);\n#endif\n}")]
    [InlineData("[Fact(Skip = \"later\")] public void M() { }")]
    [InlineData("[TestClass] public class U { [TestMethod, ExpectedException] public void M() { new Mock().Value(); } }")]
    [InlineData("[TestCase(ExpectedResult = 1)] public int M() => new Mock().Value();")]
    [InlineData("public void NoTest() { new Mock().Value(); }")]
    [InlineData("class Data { [Fact] public void M() { } }")]
    [InlineData("public class Data { [TestMethod] public void M() { } }")]
    [InlineData("} [TestClass] internal class Data { [TestMethod] public void M() { }")]
    [InlineData("} internal class Data { [Fact] public void M() { }")]
    public async Task Test_that_asserts_in_any_way_is_not(string test) => await Run(test).VerifyAsync(null);

    /// <summary>A helper that starts a program and throws when that fails refers to no assertion library.</summary>
    [Theory]
    [InlineData("Shop.TestInfrastructure", null)]
    [InlineData("Shop.Tests.Common", null)]
    [InlineData("Shop", "AIA1004")]
    [InlineData("Shop.Testing", "AIA1004")]
    [InlineData("Shop.Latest", "AIA1004")]
    public async Task Call_into_another_assembly_asserts_if_its_name_says_that_it_helps_tests(string assembly, string? id)
    {
        AnalyzerRun<AssertionlessTestAnalyzer> run = Run(id is null ? "[Fact] public void M() => Tool.Run();" : "[Fact] public void [|M|]() => Tool.Run();") with
        {
            References = [EmittedAssembly.Create(assembly, "public static class Tool { public static void Run() { } }")],
        };

        await run.VerifyAsync(id);
    }

    /// <summary>NUnit, unlike xunit and MSTest, runs them.</summary>
    [Fact]
    public async Task Test_of_NUnit_in_a_type_that_is_not_public_is_reported() =>
        await Run("} internal class U { [Test] public void [|M|]() { }").VerifyAsync("AIA1004");

    [Theory]
    [InlineData(EvidenceGrade.Weak, true)]
    [InlineData(EvidenceGrade.Declared, false)]
    internal async Task Weak_evidence_and_projects_without_tests_are_left_alone(EvidenceGrade grade, bool isTestProject) =>
        await Run("[Fact] public void M() { }", grade, isTestProject).VerifyAsync(null);

    [Fact]
    public async Task Test_that_is_not_of_an_ai_is_left_alone() => await Run("[Fact] public void M() { }", isAi: false).VerifyAsync(null);

    [Fact]
    public async Task Message_says_what_is_wrong_and_what_to_do()
    {
        Diagnostic diagnostic = Assert.Single(await Run("[Fact] public void M() { }").DiagnosticsAsync());

        Assert.Equal(
            "'T.M()' is a test that is 100 % AI-assisted (1 of 1 lines, claude-code, 1 session) and asserts nothing: it fails only if something throws. If that is meant: Assert.Null(Record.Exception(...))",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    private static AnalyzerRun<AssertionlessTestAnalyzer> Run(string test, EvidenceGrade grade = EvidenceGrade.Declared, bool isTestProject = true, bool isAi = true)
    {
        string source = $"{Frame}public class T {{ {test} }}\n";
        uint[] hashes = TextLines.Of(source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Hashes;
        AttributedLine[] lines = [.. hashes.Select(_ => isAi ? AttributedLine.Ai(0) : AttributedLine.Other)];
        var agent = new AiSource(grade, "claude-code", null, "claude:s1", "0123456789ab", DeploymentTrail.Unknown, null);
        var model = new SnapshotModel(new VerdictPolicy(), [new LineTable("Calc.cs", FileMeasurement.Unmeasured, hashes, lines, new LineCoverage[hashes.Length], [agent])]);
        return new AnalyzerRun<AssertionlessTestAnalyzer>(source)
        {
            AdditionalFiles = [new AdditionalFile("/project/obj/AiAttribution.snapshot", SnapshotWriter.Write(model))],
            Configs = new ConfigFiles([Scenario.Project + (isTestProject ? "build_property.IsTestProject = true\n" : "")]),
        };
    }
}
