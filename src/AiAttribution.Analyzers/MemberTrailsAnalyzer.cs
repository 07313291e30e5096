using System.Collections.Immutable;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Text;
using AiAttribution.Shared.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Analyzers;

/// <summary>AIA1001, AIA1002, AIA1003, AIA1005: AI-heavy members whose test trail or deployment trail is missing or not known.</summary>
/// <remarks>A syntax-tree action, because an editor shows what it finds while a person types and it needs no binding.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberTrailsAnalyzer : SnapshotAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfVerdicts.Add(Descriptors.ProjectUnknown);

    private protected override void Register(CompilationStartAnalysisContext context, ProjectSnapshot snapshot, bool isTestProject)
    {
        if (!isTestProject)
            context.RegisterSyntaxTreeAction(tree => Analyze(tree, snapshot));
    }

    private protected override DiagnosticDescriptor WithoutProject => Descriptors.ProjectUnknown;

    private static void Analyze(SyntaxTreeAnalysisContext context, ProjectSnapshot snapshot)
    {
        if (snapshot.Find(context.Tree.FilePath) is not LineTable recorded)
            return;
        SyntaxNode root = context.Tree.GetRoot(context.CancellationToken);
        if (snapshot.IsToldElsewhere(context.Tree, root))
            return;
        TextLines lines = SourceTextLines.Read(context.Tree.GetText(context.CancellationToken), context.CancellationToken);
        LineTable table = SnapshotAlignment.Apply(recorded, lines.Hashes);
        foreach (MemberSyntax member in MemberSyntaxFinder.Find(context.Tree.FilePath, root, context.CancellationToken))
        {
            if (HasAiLine(member, table, lines))
                Judge(context, member, table, lines, snapshot.Policy);
        }
    }

    private static bool HasAiLine(MemberSyntax member, LineTable table, TextLines lines)
    {
        int last = lines.LineAt(member.Span.End - 1);
        for (int line = lines.LineAt(member.Span.Start); line <= last; line++)
        {
            if (table.IsJudged(line + 1))
                return true;
        }

        return false;
    }

    private static void Judge(SyntaxTreeAnalysisContext context, MemberSyntax member, LineTable table, TextLines lines, VerdictPolicy policy)
    {
        List<int> codeLines = MemberCodeLines.Of(member, lines);
        MemberVerdict verdict = MemberJudge.Judge(codeLines, table, policy);
        if (Descriptors.Of(verdict.Verdict) is DiagnosticDescriptor descriptor)
            context.ReportDiagnostic(MemberDiagnostic.Create(descriptor, member, codeLines, table, lines, verdict, VerdictMessage.Of(MemberNames.Of(member.Node), verdict, policy)));
    }
}
