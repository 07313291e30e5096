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
        class ExpectedExceptionAttribute : Attribute { } class IgnoreAttribute : Attribute { } class CategoryAttribute : Attribute { public CategoryAttribute(string name) { } } class TestClassAttribute : Attribute { }
        static class Assert { public static extern void True(bool b); public static extern Verb That(bool a, bool b = true); public static extern void Equal(int a, int b); public static extern void Null(object a); } static class ShouldExtensions { public static extern void ShouldBe(this int a, int b); public static extern Verb Should(this int a); public static extern Verb Should(this bool a); public static extern void ShouldBeTrue(this bool a); } class Verb { public void Be(int a) { } public extern void Equal(int a, int b); public void BeTrue() { } public void IsTrue() { } }
        static class Received { public static extern void InOrder(Action calls); } static class Assume { public static extern void That(bool b); } static class Warn { public static extern void If(bool b); }
        class Mock { public extern void Verify(); public int Value() => 1; public string ExpectedValue { get; } }
        class TearDownAttribute : Attribute { } class Fake { public Fake(string name) { if (name is null) throw new ArgumentNullException(nameof(name)); } public void Run() => throw new NotImplementedException(); }
        class CartVerifier { public void Run() => new Mock().Value(); public virtual void Check() { } } class VerifyCart { }
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
    [InlineData("[Fact] public void [|M|]() { Assert.That(true, Is.Ok); }")]
    [InlineData("[Fact] public void [|M|]() { Assert.That(true).IsTrue(); }")]
    [InlineData("[Fact] public void [|M|]() { Assert.Equal(1, 1); }")]
    [InlineData("[Fact] public void [|M|]() { Assert.Null(null); }")]
    [InlineData("[Fact] public void [|M|]() { true.ShouldBeTrue(); }")]
    [InlineData("[Fact] public void [|M|]() { true.Should().BeTrue(); }")]
    [InlineData("[Fact] public void [|M|]() { 1.Should(); }")]
    [InlineData("[Fact] public void [|M|]() => 1.Should();")]
    [InlineData("[Fact] public void [|M|]() { System.Text.RegularExpressions.Regex.Match(\"a\", \"a\"); }")]
    [InlineData("[Fact] public void [|M|]() { string.Compare(\"a\", \"b\"); }")]
    [InlineData("[Fact] public void [|M|]() { new System.Collections.Generic.List<int>().EnsureCapacity(1); }")]
    [InlineData("[Fact] public void [|M|]() { default(System.Threading.CancellationToken).ThrowIfCancellationRequested(); }")]
    [InlineData("[Fact] public void [|M|]() { ArgumentNullException.ThrowIfNull(\"a\"); }")]
    [InlineData("[Combinatorial] public void [|M|]() { new Mock().Value(); }")]
    [InlineData("[Fact] public void [|M|]() { int one = System.Linq.Enumerable.Single(new[] { 1 }); }")]
    [InlineData("[Fact] public void [|M|]() { _ = new System.Collections.Generic.List<int>().Find(x => x == 1); }")]
    [InlineData("[Fact] public void [|Compiles_regex|]() { new Mock().Value(); }")]
    [InlineData("[Fact] public override string [|ToString|]() => new Mock().Value().ToString();")]
    [InlineData("[Test, Category(\"Slow\")] public void [|M|]() { new Mock().Value(); }")]
    [InlineData("[Fact] public void [|M|]() { string name = new Mock().ExpectedValue; }")]
    [InlineData("[Fact] public void [|M|]() { new VerifyCart(); }")]
    [InlineData("[Fact] public void [|M|]() { new Fake(\"a\"); }")]
    [InlineData("[Fact] public void [|M|]() { Open(1); } void Open(int kind) { switch (kind) { case 1: break; default: throw new ArgumentOutOfRangeException(nameof(kind)); } }")]
    [InlineData("[Fact] public void [|M|]() { Open(); } void Open() { try { new Mock().Value(); } catch { throw; } }")]
    [InlineData("[Fact] public void [|M|]() { new System.Threading.ManualResetEventSlim().Wait(100); }")]
    [InlineData("[Fact] public async Task [|M|]() { await Task.Yield(); await Task.CompletedTask.WaitAsync(default(System.Threading.CancellationToken)); }")]
    [InlineData("[Test] public void [|M|]() { } [TearDown] public void After() => new Mock().Value();")]
    public async Task Test_that_asserts_nothing_is_reported(string test) => await Run(test).VerifyAsync("AIA1004");

    [Theory]
    [InlineData("[Fact] public void M() { Assert.True(Is.Ok); }")]
    [InlineData("[Fact] public void M() => 1.ShouldBe(1);")]
    [InlineData("[Fact] public void M() => 1.Should().Be(1);")]
    [InlineData("[Fact] public void M() { Assert.That(false); }")]
    [InlineData("[Fact] public void M() { Assert.That(Is.Ok).IsTrue(); }")]
    [InlineData("[Fact] public void M() { Assert.Equal(1, 2); }")]
    [InlineData("[Fact] public void M() { Assert.Equal(1, new Mock().Value()); }")]
    [InlineData("[Fact] public void M() { 1.Should().Equal(1, 1); }")]
    [InlineData("[Fact] public void M() { Is.Ok.ShouldBeTrue(); }")]
    [InlineData("[Fact] public void M() { Is.Ok.Should().BeTrue(); }")]
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
    [InlineData("[Fact] public void M() { A(); D(); } void A() => B(); void B() => C(); void C() => D(); void D() => E(); void E() => F(); void F() => G(); void G() => H(); void H() => Assert.True(Is.Ok);")]
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
    [InlineData("[Fact] public void M() { new CartVerifier().Check(); }")]
    [InlineData("[Fact] public void M() { Action<int> check = null; check(1); }")]
    [InlineData("[Fact] public void M() { throw new NotImplementedException(); }")]
    [InlineData("[Fact] public void M() { new System.Net.Http.HttpResponseMessage().EnsureSuccessStatusCode(); }")]
    [InlineData("[Fact] public async Task M() { var done = new TaskCompletionSource(); new System.Threading.CancellationTokenSource(5).Token.Register(() => done.TrySetCanceled()); await done.Task; }")]
    [InlineData("[Fact] public async Task M() { await Task.CompletedTask.WaitAsync(TimeSpan.FromSeconds(1)); }")]
    [InlineData("[Test] public void M() { } [TearDown] public void After() => new Mock().Verify();")]
    [InlineData("[Fact] public void M() { } public void Dispose() => new Mock().Verify();")]
    [InlineData("} public abstract class Logged { [TearDown] public void After() => Assert.True(Is.Ok); } public class U : Logged { [Test] public void M() { }")]
    [InlineData("} public abstract class U { [Fact] public abstract void M();")]
    [InlineData("[Fact] public void M() { _ = System.Linq.Enumerable.Single(new[] { 1 }); }")]
    [InlineData("[Fact] public void M() { System.Linq.Enumerable.First(new[] { 1 }, x => x == 1); }")]
    [InlineData("[Fact] public override string ToString() => \"does not apply\";")]
    [InlineData("[Test, Category(\"Performance\")] public void M() { new Mock().Value(); }")]
    [InlineData("} [Category(\"Benchmarks\")] public class U { [Test] public void M() { new Mock().Value(); }")]
    [InlineData("[Fact] public void Old_code_still_compiles() { new Mock().Value(); }")]
    [InlineData("} public class CartCompileTests { [Test] public void M() { new Mock().Value(); }")]
    [InlineData("} public class CartPerformanceTests { [Test] public void M() { new Mock().Value(); }")]
    [InlineData("} [Ignore] public class U { [Test] public void M() { new Mock().Value(); }")]
    [InlineData("} [CancelAfter(100)] public class U { public class V { [Test] public void M() { new Mock().Value(); } }")]
    public async Task Test_that_asserts_in_any_way_is_not(string test) => await Run(test).VerifyAsync(null);

    /// <summary>What such a name promises, the text must hold: it is at hand.</summary>
    [Theory]
    [InlineData("AssertPrice")]
    [InlineData("ShouldAdd")]
    [InlineData("Verify")]
    [InlineData("ExpectNothing")]
    [InlineData("CheckAll")]
    [InlineData("Validate")]
    [InlineData("Fail")]
    [InlineData("StatusCodeShouldBeOk")]
    public async Task Own_method_that_is_called_like_an_assertion_is_judged_by_its_text(string name)
    {
        await Run($"[Fact] public void [|M|]() {{ {name}(); }} void {name}() => new Mock().Value();").VerifyAsync("AIA1004");
        await Run($"[Fact] public void M() {{ {name}(); }} void {name}() => Assert.True(Is.Ok);").VerifyAsync(null);
    }

    [Fact]
    public async Task Own_type_that_is_called_like_an_assertion_is_judged_by_its_text() =>
        await Run("[Fact] public void [|M|]() { new CartVerifier().Run(); }").VerifyAsync("AIA1004");

    private const string Foreign =
        """
        using System;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TESTS")]
        public static class Tool
        {
            public static void StatusCodeShouldBeOk() { } public static void AssertValid() { } public static void VerifyMail() { } public static void Check() { } public static bool Verify(int a) => true; public static string Match(int a) => "";
            public static object Validate(int a) => null; public static void Checkout() { } public static void Failover() { } public static object Expect(int a) => null; public static object Get() => null; public static void Run() { }
            public static System.Threading.Tasks.Task GetAsync() => null;
        }
        namespace Moq { public enum MockBehavior { Loose, Strict } public static class Mock { public static void Create(MockBehavior behavior) { } public static void Throws() { } public static void VerifyAll() { } } }
        namespace TestStack.BDDfy { public static class Steps { public static object BDDfy(object tests) => tests; } }
        namespace Bunit { public static class Rendered { public static void MarkupMatches(string text) { } public static void WaitForState(Func<bool> state) { } public static object Find(string text) => null; public static Call VerifyInvoke() => default; public struct Call { } } }
        public class Logged { [TearDown] public void After() { } public class TearDownAttribute : Attribute { } }
        public class Disposed : IDisposable { public void Dispose() { } }

        """;

    /// <summary>The text is not at hand, so the name decides; not where the method tells its outcome instead of throwing.</summary>
    [Theory]
    [InlineData("Tool.StatusCodeShouldBeOk()", null)]
    [InlineData("Tool.VerifyMail()", null)]
    [InlineData("Tool.Check()", null)]
    [InlineData("Tool.Expect(1)", null)]
    [InlineData("Moq.Mock.VerifyAll()", null)]
    [InlineData("Bunit.Rendered.MarkupMatches(\"a\")", null)]
    [InlineData("Bunit.Rendered.WaitForState(() => true)", null)]
    [InlineData("Tool.Verify(1)", "AIA1004")]
    [InlineData("Tool.Match(1)", "AIA1004")]
    [InlineData("Tool.Validate(1)", "AIA1004")]
    [InlineData("Tool.Checkout()", "AIA1004")]
    [InlineData("Tool.Failover()", "AIA1004")]
    [InlineData("Moq.Mock.Throws()", "AIA1004")]
    [InlineData("Bunit.Rendered.Find(\"a\")", null)]
    [InlineData("object found = Bunit.Rendered.Find(\"a\")", "AIA1004")]
    [InlineData("Bunit.Rendered.VerifyInvoke()", null)]
    [InlineData("TestStack.BDDfy.Steps.BDDfy(1)", null)]
    [InlineData("Moq.Mock.Create(Moq.MockBehavior.Strict)", null)]
    [InlineData("Moq.Mock.Create(Moq.MockBehavior.Loose)", "AIA1004")]
    public async Task Foreign_method_is_judged_by_its_name_and_by_what_it_gives(string call, string? id) => await RunWith("Shop", call, id).VerifyAsync(id);

    /// <summary>Its <c>Verify</c> is what the test calls.</summary>
    [Theory]
    [InlineData("Tool.AssertValid()", null)]
    [InlineData("Tool.StatusCodeShouldBeOk()", null)]
    [InlineData("Tool.VerifyMail()", "AIA1004")]
    [InlineData("Tool.Check()", "AIA1004")]
    public async Task Method_of_what_is_tested_is_no_assertion_but_by_that_very_word(string call, string? id) => await RunWith("Shop", call, id, "Sample").VerifyAsync(id);

    [Theory]
    [InlineData("Tool.Run()", null)]
    [InlineData("Tool.GetAsync()", null)]
    [InlineData("Tool.Verify(1)", null)]
    [InlineData("Tool.Get()", "AIA1004")]
    public async Task Helper_that_hands_something_out_is_no_assertion(string call, string? id) => await RunWith("Shop.Tests.Common", call, id).VerifyAsync(id);

    /// <summary>What such a type does after each test may be the assertion; that it disposes of something is none.</summary>
    [Theory]
    [InlineData("Logged", null)]
    [InlineData("Disposed", "AIA1004")]
    public async Task Tear_down_of_a_helper_may_assert(string type, string? id) => await RunWith("Shop.Tests.Common", "new Mock().Value()", id, on: type).VerifyAsync(id);

    private static AnalyzerRun<AssertionlessTestAnalyzer> RunWith(string assembly, string call, string? id, string tests = "Nobody", string on = "object") =>
        Run($"}} public class U : {on} {{ [Fact] public void {(id is null ? "M" : "[|M|]")}() {{ {call}; }}") with
        {
            References = [EmittedAssembly.Create(assembly, Foreign.Replace("TESTS", tests, StringComparison.Ordinal))],
        };

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
