using AiAttribution.Core.Members;
using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
