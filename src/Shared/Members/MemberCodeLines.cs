using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiAttribution.Shared.Members;

/// <summary>Finds the lines of a member that hold code.</summary>
internal static class MemberCodeLines
{
    /// <summary>
    /// Lines, 1-based and ascending, with a token on them that is more than a bracket or the punctuation that closes one; all lines of a
    /// token that spans several, such as a raw string. Comments, directives and code that <c>#if</c> leaves out are no tokens.
    /// </summary>
    public static List<int> Of(MemberSyntax member, TextLines lines)
    {
        List<int> code = [];
        int last = 0;
        foreach (SyntaxToken token in member.Node.DescendantTokens(member.Span))
        {
            if (IsBracket(token) || token.Span.IsEmpty || !member.Span.Contains(token.Span))
                continue;
            int first = lines.LineAt(token.SpanStart) + 1;
            int end = lines.LineAt(token.Span.End - 1) + 1;
            for (int line = Math.Max(first, last + 1); line <= end; line++)
                code.Add(line);
            last = Math.Max(last, end);
        }

        return code;
    }

    private static bool IsBracket(SyntaxToken token) => token.Kind() is
        SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or
        SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken or
        SyntaxKind.OpenBracketToken or SyntaxKind.CloseBracketToken or
        SyntaxKind.SemicolonToken or SyntaxKind.CommaToken;
}
