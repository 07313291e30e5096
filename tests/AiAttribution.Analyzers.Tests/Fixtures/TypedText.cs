using System.Collections.Immutable;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers.Tests.Fixtures;

/// <summary>A file that is open in an editor: one snapshot, one analyzer, and texts one after the other. Broken texts are allowed.</summary>
/// <param name="recorded">The text with its gutter, as it was recorded.</param>
internal sealed class TypedText(string recorded)
{
    private static int _hosts;

    private readonly MemberTrailsAnalyzer _analyzer = new();
    private AnalyzerOptions _options = Options(recorded, DeploymentTrail.None);

    public SyntaxTree Tree { get; private set; } = CSharpSyntaxTree.ParseText(GutterSource.Parse(recorded).Source, path: "/project/Calc.cs");

    /// <summary>Changes the text as an editor does, so that the parser keeps what it can.</summary>
    public TypedText Replace(string old, string with)
    {
        SourceText text = Tree.GetText();
        int at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' is not in the text");
        Tree = Tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, old.Length), with)));
        return this;
    }

    public TypedText Parse(params string[] symbols)
    {
        Tree = CSharpSyntaxTree.ParseText(Tree.GetText(), new CSharpParseOptions(preprocessorSymbols: symbols), Tree.FilePath);
        return this;
    }

    /// <summary>What a build beside the editor writes once the code was deployed: the host hands over another text of the file.</summary>
    public TypedText Deploy()
    {
        _options = Options(recorded, DeploymentTrail.Deployed);
        return this;
    }

    /// <summary>What the editor is told of the text now.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Sample", [Tree]);
        CompilationWithAnalyzers run = new(compilation, [_analyzer], new CompilationWithAnalyzersOptions(_options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return await run.GetAnalyzerSyntaxDiagnosticsAsync(Tree, CancellationToken.None);
    }

    /// <summary>All that a diagnostic says, by lines.</summary>
    public async Task<string> ToldAsync() => string.Join('\n', (await DiagnosticsAsync()).Select(Tell));

    /// <summary>What a host is told that never saw the text before.</summary>
    public Task<string> ToldAnewAsync() => new TypedText(recorded) { Tree = Tree }.ToldAsync();

    private static string Tell(Diagnostic diagnostic) =>
        $"{diagnostic} {string.Join(' ', diagnostic.AdditionalLocations.Select(place => place.SourceSpan))} {string.Join(' ', diagnostic.Properties.OrderBy(property => property.Key).Select(property => $"{property.Key}={property.Value}"))}";

    /// <summary>A record that readers pass over makes each host's snapshot another one, so that hosts share nothing.</summary>
    private static AnalyzerOptions Options(string recorded, DeploymentTrail deployment)
    {
        AiSource source = new(EvidenceGrade.Declared, "claude-code", "m", "claude:s1", "aaaaaaaaaaaa", deployment, null);
        AiSource other = source with { Session = "claude:s2", Commit = "bbbbbbbbbbbb" };
        string snapshot = SnapshotWriter.Write(new SnapshotModel(new VerdictPolicy(0.5, 3, 14), [GutterSource.Parse(recorded).File("Calc.cs", FileMeasurement.Measured, source, other)]));
        string host = $"host {Interlocked.Increment(ref _hosts)}\nend ";
        return new AnalyzerOptions([new AdditionalFile("/project/obj/AiAttribution.snapshot", snapshot.Replace("end ", host))], new ConfigFiles(Scenario.Project).AnalyzerOptions);
    }
}
