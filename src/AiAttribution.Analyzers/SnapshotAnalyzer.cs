using AiAttribution.Core.Snapshot;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Set-up of every analyzer that reads the snapshot. A project without one costs nothing further.</summary>
public abstract class SnapshotAnalyzer : DiagnosticAnalyzer
{
    private const string FileName = "AiAttribution.snapshot";
    private const string ToldName = ".AiAttribution.told";
    private const string FileMetadata = "build_metadata.AdditionalFiles.AiAttributionSnapshot";
    private const string ProjectDirectory = "build_property.ProjectDir";
    private const string TestProject = "build_property.IsTestProject";

    /// <summary>Compilations share a parsed snapshot for as long as its text is the same, so typing does not parse it again.</summary>
    private static readonly SourceTextValueProvider<SnapshotModel?> Parsed = new(Parse);

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, ProjectSnapshot snapshot, bool isTestProject);

    /// <summary>What to say when there is a snapshot with AI lines, and nothing tells the folder of the project; null to leave that to another analyzer.</summary>
    private protected virtual DiagnosticDescriptor? WithoutProject => null;

    private void Start(CompilationStartAnalysisContext context)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        foreach (AdditionalText file in context.Options.AdditionalFiles)
        {
            if (!IsSnapshot(file, options)
                || file.GetText(context.CancellationToken) is not SourceText text
                || !context.TryGetValue(text, Parsed, out SnapshotModel? snapshot)
                || snapshot is null)
                continue;
            if (options.GlobalOptions.TryGetValue(ProjectDirectory, out string? directory))
                Register(context, new ProjectSnapshot(snapshot, directory, Told(context.Options, context.CancellationToken)), IsTrue(options.GlobalOptions, TestProject));
            else if (snapshot.Files.Count > 0 && WithoutProject is DiagnosticDescriptor descriptor)
                context.RegisterCompilationEndAction(end => end.ReportDiagnostic(Diagnostic.Create(descriptor, Location.None)));
            return;
        }
    }

    /// <summary>The list that a build of several target frameworks hands to all but the first; its first line is of options.</summary>
    private static IEnumerable<string> Told(AnalyzerOptions options, CancellationToken cancel) => options.AdditionalFiles
        .Where(file => file.Path.EndsWith(ToldName, StringComparison.Ordinal))
        .SelectMany(file => file.GetText(cancel)?.Lines.Skip(1).Select(line => line.ToString()) ?? [])
        .Where(line => line.Length > 0);

    private static bool IsSnapshot(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        file.Path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase) || IsTrue(options.GetOptions(file), FileMetadata);

    private static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static SnapshotModel? Parse(SourceText text) =>
        text.Length <= SnapshotLimits.Characters ? SnapshotReader.Parse(text.ToString()) : null;
}
