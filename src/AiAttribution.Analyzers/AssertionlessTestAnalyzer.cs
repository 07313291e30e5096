using System.Collections.Immutable;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Text;
using AiAttribution.Shared.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Analyzers;

/// <summary>AIA1004: tests that an AI wrote and that assert nothing. They execute code, so it counts as tested, and can never fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssertionlessTestAnalyzer : SnapshotAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptors.AssertsNothing);

    private protected override void Register(CompilationStartAnalysisContext context, ProjectSnapshot snapshot, bool isTestProject)
    {
        if (isTestProject)
            context.RegisterSemanticModelAction(model => Analyze(model, snapshot));
    }

    private static void Analyze(SemanticModelAnalysisContext context, ProjectSnapshot snapshot)
    {
        SyntaxTree tree = context.SemanticModel.SyntaxTree;
        if (snapshot.Find(tree.FilePath) is not LineTable recorded)
            return;
        TextLines lines = SourceTextLines.Read(tree.GetText(context.CancellationToken), context.CancellationToken);
        LineTable table = SnapshotAlignment.Apply(recorded, lines.Hashes);
        foreach (MemberSyntax member in MemberSyntaxFinder.Find(tree.FilePath, tree.GetRoot(context.CancellationToken), context.CancellationToken))
        {
            if (member.Node is not MethodDeclarationSyntax method || !TestAttributes.IsJudged(method))
                continue;
            List<int> codeLines = MemberCodeLines.Of(member, lines);
            MemberVerdict verdict = MemberJudge.Judge(codeLines, table, OfAnySize(snapshot.Policy));
            if (verdict.Tally.IsFirmlyAiHeavy(OfAnySize(snapshot.Policy)) && !new AssertionSearch(context.SemanticModel.Compilation, context.CancellationToken).Asserts(method))
                context.ReportDiagnostic(MemberDiagnostic.Create(Descriptors.AssertsNothing, member, codeLines, table, lines, verdict, VerdictMessage.Assertionless(MemberNames.Of(member.Node), verdict)));
        }
    }

    /// <summary>A test of one line is as much a test as one of fifty, so only the share counts.</summary>
    private static VerdictPolicy OfAnySize(VerdictPolicy policy) => policy with { MinimumLines = 1 };
}
