using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A project, and those that it refers to, in a workspace of MSBuild, and what hosts of analyzers and fixes do there.</summary>
internal sealed class OpenedWorkspace : IDisposable
{
    private readonly MSBuildWorkspace _workspace = MSBuildWorkspace.Create(new Dictionary<string, string> { ["MSBuildEnableWorkloadResolver"] = "false" });

    private OpenedWorkspace()
    {
    }

    public Solution Solution => _workspace.CurrentSolution;

    public static async Task<OpenedWorkspace> OpenAsync(string project)
    {
        OpenedWorkspace opened = new();
        await opened._workspace.OpenProjectAsync(project);
        return opened;
    }

    /// <summary>What the package's analyzers say of a project, by file and place.</summary>
    public static async Task<Diagnostic[]> DiagnosticsAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([.. Ours(project).SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))], project.AnalyzerOptions);
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync()).OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(found => found.Location.SourceSpan)];
    }

    /// <summary>The same as <c>Prices.cs AIA1001 7</c>, with lines from 1 on.</summary>
    public static async Task<string[]> ToldAsync(Project project) => [.. from found in await DiagnosticsAsync(project)
                                                                          let place = found.Location.GetLineSpan()
                                                                          select $"{Path.GetFileName(place.Path)} {found.Id} {place.StartLinePosition.Line + 1}"];

    /// <summary>The solution after the package's fix for a diagnostic, of several the first by name.</summary>
    /// <param name="providers">The project whose references bring the fix.</param>
    /// <param name="document">The document, maybe of another state of the solution.</param>
    /// <param name="diagnostic">What is to be mended in it.</param>
    public static async Task<Solution> FixAsync(Project providers, Document document, Diagnostic diagnostic)
    {
        IEnumerable<CodeFixProvider> fixes = from reference in Ours(providers)
                                             from type in reference.GetAssembly().GetTypes()
                                             where type.IsSubclassOf(typeof(CodeFixProvider))
                                             orderby type.Name
                                             select (CodeFixProvider)Activator.CreateInstance(type)!;
        List<CodeAction> actions = [];
        foreach (CodeFixProvider fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public void Dispose() => _workspace.Dispose();

    private static IEnumerable<AnalyzerFileReference> Ours(Project project) =>
        project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(reference => Path.GetFileName(reference.FullPath).StartsWith("AiAttribution.", StringComparison.Ordinal));
}
