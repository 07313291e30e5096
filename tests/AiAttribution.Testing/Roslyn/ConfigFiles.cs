using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Testing.Roslyn;

/// <summary>Analyzer config files as a build hands them to the compiler: <c>.editorconfig</c>, global configs and MSBuild's generated one.</summary>
public sealed class ConfigFiles(params string[] texts)
{
    private readonly AnalyzerConfigSet _set =
        AnalyzerConfigSet.Create(texts.Select(text => AnalyzerConfig.Parse(text, "/project/.editorconfig")).ToList());

    public SyntaxTreeOptionsProvider TreeOptions => new Trees(_set);

    public AnalyzerConfigOptionsProvider AnalyzerOptions => new Options(_set);

    private sealed class Trees(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancel) =>
            set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions.TryGetValue("generated_code", out string? value) && value == "true"
                ? GeneratedKind.MarkedGenerated
                : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string id, CancellationToken cancel, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(id, out severity);

        public override bool TryGetGlobalDiagnosticValue(string id, CancellationToken cancel, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(id, out severity);
    }

    private sealed class Options(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText file) => new Values(set.GetOptionsForSourcePath(file.Path).AnalyzerOptions);
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
