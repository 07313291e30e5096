using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.CodeFixes.Tests.Fixtures;

/// <summary>A fix in a project <c>Shop</c>. Members with a code in a comment before their name are reported.</summary>
internal sealed class Fix<TFix> : CSharpCodeFixTest<MarkedMembers, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private const string Tests = "Shop.Tests";

    private static readonly MetadataReference[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path))];

    /// <param name="source">The text that has the diagnostics, marked.</param>
    /// <param name="path">Its path in the project.</param>
    public Fix(string source, string path = "Shipping.cs")
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Framework);
        TestState.Sources.Add(("/0/" + path, source));
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        SolutionTransforms.Add((solution, _) => solution.Projects.FirstOrDefault(project => project.Name == Tests) is Project tests
            ? solution.WithProjectFilePath(tests.Id, $"/{Tests}/{Tests}.csproj")
            : solution);
    }

    /// <summary>Files beside the source that no fix changes.</summary>
    public Fix<TFix> With(params string[] sources)
    {
        foreach (string source in sources)
            TestState.Sources.Add(source);
        return this;
    }

    /// <summary>A project <c>Shop.Tests</c> that refers to this one.</summary>
    public Fix<TFix> TestedBy(string framework, params (string Path, string Text)[] sources)
    {
        ProjectState tests = TestState.AdditionalProjects[Tests];
        tests.AdditionalProjectReferences.Add(DefaultTestProjectName);
        tests.AdditionalReferences.AddRange(Framework);
        tests.Sources.Add(("/Shop.Tests/Framework.cs", framework));
        tests.Sources.AddRange(sources.Select(source => ("/Shop.Tests/" + source.Path, SourceText.From(source.Text))));
        return this;
    }

    /// <summary>Expects the source to become another, by the fix of one after the other, of the document and of the project.</summary>
    public Task GivesAsync(string source)
    {
        FixedState.Sources.Add((TestState.Sources[0].filename, source));
        FixedState.Sources.AddRange(TestState.Sources.Skip(1));
        return RunAsync();
    }

    /// <summary>Expects the fix of the first diagnostic to leave the source alone, and the test project with these files.</summary>
    public Task GivesTestsAsync(params (string Path, string Text)[] sources)
    {
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        FixedState.Sources.AddRange(TestState.Sources);
        ProjectState tests = FixedState.AdditionalProjects[Tests];
        tests.AdditionalProjectReferences.Add(DefaultTestProjectName);
        tests.AdditionalReferences.AddRange(Framework);
        tests.Sources.Add(TestState.AdditionalProjects[Tests].Sources[0]);
        tests.Sources.AddRange(sources.Select(source => ("/Shop.Tests/" + source.Path, SourceText.From(source.Text))));
        return RunAsync();
    }

    /// <summary>Expects nothing to be offered.</summary>
    public Task GivesNothingAsync()
    {
        FixedState.Sources.AddRange(TestState.Sources);
        return RunAsync();
    }

    protected override string DefaultTestProjectName => "Shop";

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
}
