using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit.Sdk;

namespace AiAttribution.Testing.Roslyn;

/// <summary>One run of an analyzer over a source file whose expected diagnostics are marked with <c>[|…|]</c>.</summary>
public sealed record AnalyzerRun<TAnalyzer>(string Source)
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public string FilePath { get; init; } = "/project/Calc.cs";

    public Host Host { get; init; }

    public ImmutableArray<AdditionalText> AdditionalFiles { get; init; } = [];

    public ConfigFiles Configs { get; init; } = new();

    public ImmutableArray<string> Symbols { get; init; } = [];

    /// <summary>Assemblies that the source uses besides the framework's.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Severities as <c>NoWarn</c>, <c>WarningsAsErrors</c> and the like set them.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>What becomes of warnings, as <c>TreatWarningsAsErrors</c> sets it.</summary>
    public ReportDiagnostic Warnings { get; init; } = ReportDiagnostic.Default;

    /// <summary>The analyzer's diagnostics in order of position.</summary>
    /// <exception cref="XunitException">The source does not compile, or the analyzer threw.</exception>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        SyntaxTree tree = Parse();
        CSharpCompilation compilation = Compile(tree);
        ConcurrentQueue<Exception> crashes = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions(AdditionalFiles, Configs.AnalyzerOptions),
            (crash, _, _) => crashes.Enqueue(crash),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers run = new(compilation, [new TAnalyzer()], options);
        ImmutableArray<Diagnostic> diagnostics = Host == Host.Build
            ? await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            : [.. await run.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None),
               .. await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None)];
        if (crashes.TryDequeue(out Exception? exception))
            throw new XunitException($"The analyzer threw: {exception}");
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Expects a diagnostic with this id at each mark, and none elsewhere.</summary>
    public async Task VerifyAsync(string? id)
    {
        Markup markup = Markup.Parse(Source);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync();
        IEnumerable<TextSpan> found = diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan);
        if (found.SequenceEqual(markup.Spans) && diagnostics.All(diagnostic => diagnostic.Id == id))
            return;
        throw new XunitException(
            $"{Host}: expected {id ?? "nothing"} at\n\n{Source}\n\nbut found\n\n{Markup.Annotate(markup.Text, found)}\n\n{string.Join('\n', diagnostics)}");
    }

    private SyntaxTree Parse() => CSharpSyntaxTree.ParseText(
        Markup.Parse(Source).Text,
        new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: Symbols),
        FilePath);

    private CSharpCompilation Compile(SyntaxTree tree)
    {
        bool isProgram = tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));
        CSharpCompilationOptions options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSyntaxTreeOptionsProvider(Configs.TreeOptions)
            .WithSpecificDiagnosticOptions(Severities)
            .WithGeneralDiagnosticOption(Warnings);
        CSharpCompilation compilation = CSharpCompilation.Create("Sample", [tree], [.. Framework, .. References], options);
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return errors.Length == 0
            ? compilation
            : throw new XunitException($"The sample does not compile:\n{string.Join('\n', errors.AsEnumerable())}\n\n{tree}");
    }
}
