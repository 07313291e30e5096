using System.Collections.Immutable;
using AiAttribution.Core.Members;
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
        if (context.IsGeneratedCode || snapshot.Find(tree.FilePath) is not SnapshotFile file)
            return;
        FileMembers members = file.Read(tree, context.CancellationToken);
        AssertionSearch search = new(context.SemanticModel.Compilation, context.CancellationToken);
        foreach (FoundMember member in members.Members)
        {
            if (member.Syntax.Node is MethodDeclarationSyntax method
                && member.Judged.Verdict.Tally.IsFirmlyAiHeavy(OfAnySize(snapshot.Policy))
                && TestAttributes.IsJudged(method)
                && !search.Asserts(method))
                context.ReportDiagnostic(MemberDiagnostic.Create(Descriptors.AssertsNothing, members, member, VerdictMessage.Assertionless(member.Judged.Name, member.Judged.Verdict)));
        }
    }

    /// <summary>A test of one line is as much a test as one of fifty, so only the share counts.</summary>
    private static VerdictPolicy OfAnySize(VerdictPolicy policy) => policy with { MinimumLines = 1 };
}
