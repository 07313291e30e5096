using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Set-up of every analyzer that reads the snapshot. A project without one costs nothing further.</summary>
public abstract class SnapshotAnalyzer : DiagnosticAnalyzer
{
    private const string FileName = "AiAttribution.snapshot";
    private const string FileMetadata = "build_metadata.AdditionalFiles.AiAttributionSnapshot";
    private const string ProjectDirectory = "build_property.ProjectDir";
    private const string TestProject = "build_property.IsTestProject";

    /// <summary>Compilations share a parsed snapshot for as long as its text is the same, so typing does not parse it again.</summary>
    private static readonly SourceTextValueProvider<ParsedSnapshot?> Parsed = new(SnapshotTexts.Parse);

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Without generated code the host looks at each token of a file before it reports anything in it; that costs ten times what we do.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, ProjectSnapshot snapshot, bool isTestProject);

    /// <summary>What to say when there is a snapshot with AI lines, and nothing tells the folder of the project; null to leave that to another analyzer.</summary>
    private protected virtual DiagnosticDescriptor? WithoutProject => null;

    /// <summary>What to say when there is a snapshot and it is empty, as an editor makes it before the first build; null to leave that to another analyzer.</summary>
    private protected virtual DiagnosticDescriptor? BeforeBuild => null;

    private void Start(CompilationStartAnalysisContext context)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        foreach (AdditionalText file in context.Options.AdditionalFiles)
        {
            if (!IsSnapshot(file, options) || file.GetText(context.CancellationToken) is not SourceText text)
                continue;
            if (text.Length == 0 && BeforeBuild is DiagnosticDescriptor nothing && options.GlobalOptions.TryGetValue(ProjectDirectory, out string? folder))
                UnknownProject.Tell(context, nothing, folder);
            if (!context.TryGetValue(text, Parsed, out ParsedSnapshot? snapshot) || snapshot is null)
                continue;
            if (options.GlobalOptions.TryGetValue(ProjectDirectory, out string? directory))
                Register(context, snapshot.In(directory), IsTrue(options.GlobalOptions, TestProject));
            else if (snapshot.HasFiles && WithoutProject is DiagnosticDescriptor descriptor)
                context.RegisterCompilationEndAction(end => end.ReportDiagnostic(Diagnostic.Create(descriptor, Location.None)));
            return;
        }
    }

    private static bool IsSnapshot(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        file.Path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase) || IsTrue(options.GetOptions(file), FileMetadata);

    private static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
