using System.Collections.Immutable;
using AiAttribution.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Sdk;

namespace AiAttribution.Analyzers.Tests;

/// <summary>The harness fails when it should; otherwise the tests that use it prove nothing.</summary>
public class HarnessTests
{
    [Theory]
    [InlineData("class [|A|] { }")]
    [InlineData("class [|A|] { class [|B|] { } }")]
    public Task Expected_diagnostics_pass(string source) => new AnalyzerRun<ClassAnalyzer>(source).VerifyAsync("T1");

    [Theory]
    [InlineData("class A { }", "class [|A|] { }")]
    [InlineData("class [|A|] { class B { } }", "class [|A|] { class [|B|] { } }")]
    [InlineData("[|class|] A { }", "class [|A|] { }")]
    public async Task Difference_fails_and_shows_what_was_found(string source, string found)
    {
        XunitException failure = await Assert.ThrowsAsync<XunitException>(() => new AnalyzerRun<ClassAnalyzer>(source).VerifyAsync("T1"));

        Assert.Contains(found, failure.Message);
    }

    [Fact]
    public Task Other_id_fails() =>
        Assert.ThrowsAsync<XunitException>(() => new AnalyzerRun<ClassAnalyzer>("class [|A|] { }").VerifyAsync("T2"));

    [Fact]
    public async Task Sample_that_does_not_compile_fails()
    {
        XunitException failure = await Assert.ThrowsAsync<XunitException>(() => new AnalyzerRun<ClassAnalyzer>("class A { B b; }").VerifyAsync(null));

        Assert.Contains("does not compile", failure.Message);
    }

    [Fact]
    public async Task Analyzer_that_throws_fails()
    {
        XunitException failure = await Assert.ThrowsAsync<XunitException>(() => new AnalyzerRun<ThrowingAnalyzer>("class A { }").VerifyAsync(null));

        Assert.Contains("out of order", failure.Message);
    }

    [Fact]
    public async Task Editor_does_not_ask_for_the_end_of_the_compilation()
    {
        AnalyzerRun<LateAnalyzer> run = new("class A { }");

        Assert.Single(await run.DiagnosticsAsync());
        Assert.Empty(await (run with { Host = Host.Editor }).DiagnosticsAsync());
    }

    private abstract class TestAnalyzer : DiagnosticAnalyzer
    {
        protected static readonly DiagnosticDescriptor Rule = new("T1", "Test", "Test", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            Register(context);
        }

        protected abstract void Register(AnalysisContext context);
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ClassAnalyzer : TestAnalyzer
    {
        protected override void Register(AnalysisContext context) => context.RegisterSyntaxNodeAction(
            node => node.ReportDiagnostic(Diagnostic.Create(Rule, ((Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax)node.Node).Identifier.GetLocation())),
            SyntaxKind.ClassDeclaration);
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ThrowingAnalyzer : TestAnalyzer
    {
        protected override void Register(AnalysisContext context) =>
            context.RegisterSyntaxTreeAction(_ => throw new InvalidOperationException("out of order"));
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class LateAnalyzer : TestAnalyzer
    {
        protected override void Register(AnalysisContext context) => context.RegisterCompilationAction(
            compilation => compilation.ReportDiagnostic(Diagnostic.Create(Rule, compilation.Compilation.SyntaxTrees.First().GetRoot().GetLocation())));
    }
}
