using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Analyzers;

/// <summary>AIA1001, AIA1002, AIA1003, AIA1005: AI-heavy members whose test trail or deployment trail is missing or not known.</summary>
/// <remarks>A syntax-tree action, because an editor shows what it finds while a person types and it needs no binding.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberTrailsAnalyzer : SnapshotAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfVerdicts.Add(Descriptors.ProjectUnknown).Add(Descriptors.NothingKnown);

    private protected override void Register(CompilationStartAnalysisContext context, ProjectSnapshot snapshot, bool isTestProject)
    {
        if (isTestProject)
            return;
        var told = ToldFiles.Of(context.Options, context.CancellationToken);
        context.RegisterSyntaxTreeAction(tree => Analyze(tree, snapshot, told));
    }

    private protected override DiagnosticDescriptor WithoutProject => Descriptors.ProjectUnknown;

    private protected override DiagnosticDescriptor BeforeBuild => Descriptors.NothingKnown;

    private static void Analyze(SyntaxTreeAnalysisContext context, ProjectSnapshot snapshot, ToldFiles told)
    {
        if (context.IsGeneratedCode || snapshot.Find(context.Tree.FilePath) is not SnapshotFile file || told.Have(context.Tree, context.CancellationToken))
            return;
        FileMembers members = file.Read(context.Tree, context.CancellationToken);
        foreach (Diagnostic diagnostic in members.Reported ??= Diagnostics(members))
            context.ReportDiagnostic(diagnostic);
    }

    private static List<Diagnostic> Diagnostics(FileMembers file)
    {
        List<Diagnostic> diagnostics = [];
        foreach (FoundMember member in file.Members)
        {
            if (Descriptors.Of(member.Judged.Verdict.Verdict) is DiagnosticDescriptor descriptor)
                diagnostics.Add(MemberDiagnostic.Create(descriptor, file, member, member.Judged.Message));
        }

        return diagnostics;
    }
}
