using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.CodeFixes.Tests.Fixtures;

/// <summary>Reports at the name of each member that has the code in a comment before it, as <c>/*AIA1001*/</c>, until it asserts or is waived.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MarkedMembers : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [.. new[] { "AIA1001", "AIA1002", "AIA1004" }.Select(id => new DiagnosticDescriptor(id, id, id, "AiAttribution", DiagnosticSeverity.Warning, isEnabledByDefault: true))];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(tree =>
        {
            foreach (SyntaxToken token in tree.Tree.GetRoot(tree.CancellationToken).DescendantTokens())
            {
                string before = token.GetPreviousToken().TrailingTrivia.ToString() + token.LeadingTrivia;
                string member = token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.ToString() ?? "";
                if (member.Contains("Assert.", StringComparison.Ordinal) || member.Contains("SuppressMessage", StringComparison.Ordinal))
                    continue;
                if (Descriptors.FirstOrDefault(descriptor => before.Contains($"/*{descriptor.Id}*/", StringComparison.Ordinal)) is DiagnosticDescriptor descriptor)
                    tree.ReportDiagnostic(Diagnostic.Create(descriptor, token.GetLocation()));
            }
        });
    }
}
