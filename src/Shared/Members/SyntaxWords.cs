using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiAttribution.Shared.Members;

/// <summary>Text of a small piece of syntax on one line, without comments and odd spacing.</summary>
internal static class SyntaxWords
{
    /// <summary>Its tokens, with spaces after commas and between words only; empty for nothing.</summary>
    public static string Of(SyntaxNode? node)
    {
        if (node is null)
            return "";
        StringBuilder text = new();
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            if (token.Span.IsEmpty)
                continue;
            if (text.Length > 0 && (text[text.Length - 1] == ',' || (IsWord(text[text.Length - 1]) && IsWord(token.Text[0]))) && !IsOmitted(token))
                text.Append(' ');
            text.Append(token.Text);
        }

        return text.ToString();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || c == '@';

    /// <summary>A comma or bracket after a comma, as in <c>int[,]</c>.</summary>
    private static bool IsOmitted(SyntaxToken token) => token.Kind() is SyntaxKind.CommaToken or SyntaxKind.CloseBracketToken or SyntaxKind.GreaterThanToken;
}
