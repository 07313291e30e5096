using AiAttribution.Core.Members;
using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Shared.Members;

/// <summary>Finds members by syntax alone, as the analyzer does, so that report and editor speak of the same.</summary>
/// <param name="symbols">Preprocessor symbols that decide what <c>#if</c> leaves out; none when null.</param>
internal sealed class RoslynMemberFinder(IEnumerable<string>? symbols = null) : IMemberFinder
{
    private readonly CSharpParseOptions _options =
        new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Regular, symbols);

    /// <inheritdoc/>
    public IReadOnlyList<Member> Find(string path, string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, _options, path).GetRoot();
        TextLines lines = TextLines.Of(text);
        List<Member> members = [];
        foreach (MemberSyntax member in MemberSyntaxFinder.Find(path, root, CancellationToken.None))
            members.Add(Describe(member, lines));
        return members;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suppression> FindSuppressions(string path, string text) =>
        SuppressionFinder.Find(CSharpSyntaxTree.ParseText(text, _options, path).GetRoot(), TextLines.Of(text));

    /// <inheritdoc/>
    public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, _options, path).GetRoot();
        TextLines lines = TextLines.Of(text);
        if (GeneratedCode.IsGenerated(path, root))
            return [new UnsearchedLines(1, lines.Starts.Length, IsGenerated: true)];
        IEnumerable<UnsearchedLines> marked = root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(m => GeneratedCode.IsMarked(m.AttributeLists)).Select(m => Between(m.Span, lines, true));
        IEnumerable<UnsearchedLines> disabled = root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(t => Between(t.Span, lines, false));
        return [.. marked, .. disabled];
    }

    private static UnsearchedLines Between(TextSpan span, TextLines lines, bool isGenerated) =>
        new(lines.LineAt(span.Start) + 1, lines.LineAt(Math.Max(span.Start, span.End - 1)) + 1, isGenerated);

    private static Member Describe(MemberSyntax member, TextLines lines)
    {
        int line = lines.LineAt(member.Identifier.SpanStart);
        return new Member(
            MemberNames.Of(member.Node),
            line + 1,
            member.Identifier.SpanStart - lines.Starts[line] + 1,
            lines.LineAt(member.Span.Start) + 1,
            lines.LineAt(member.Span.End - 1) + 1,
            MemberCodeLines.Of(member, lines))
        {
            QualifiedName = QualifiedNames.Of(member.Node),
        };
    }
}
