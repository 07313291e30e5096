using AiAttribution.Core.Members;
using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Shared.Members;

/// <summary>Finds <c>[SuppressMessage]</c> attributes for our codes, by syntax alone: their texts must be literals. Pragmas are not looked at, because they hold no justification.</summary>
internal static class SuppressionFinder
{
    private const string Attribute = "SuppressMessage";

    /// <summary>The attributes in order of lines.</summary>
    public static List<Suppression> Find(SyntaxNode root, TextLines lines)
    {
        List<Suppression> found = [];
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (node is AttributeSyntax { Parent: AttributeListSyntax list } attribute && IsSuppression(attribute) && Read(attribute, list, lines) is { } suppression)
                found.Add(suppression);
        }

        return found;
    }

    private static bool IsSuppression(AttributeSyntax attribute)
    {
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is Attribute or Attribute + "Attribute";
    }

    private static Suppression? Read(AttributeSyntax attribute, AttributeListSyntax list, TextLines lines)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        if (arguments.Count < 2 || Text(arguments[1].Expression) is not { } id)
            return null;
        // The check id may carry a name, as in "AIA1001:Untested".
        string code = id.Split(':')[0].Trim();
        if (!code.StartsWith("AIA", StringComparison.Ordinal))
            return null;
        int line = lines.LineAt(attribute.SpanStart) + 1;
        string? justification = Named(arguments, "Justification");
        if (list.Target is { } target && target.Identifier.ValueText is "assembly" or "module")
            return new Suppression(code, justification, line, 0, 0, Named(arguments, "Target") is { } named ? QualifiedName(named) : null);
        TextSpanOf(list.Parent!, lines, out int first, out int last);
        return new Suppression(code, justification, line, first, last, null) { Declaration = $"{list.Parent!.Kind()} {QualifiedNames.Of(list.Parent!)} {MemberNames.Of(list.Parent!)}" };
    }

    private static void TextSpanOf(SyntaxNode node, TextLines lines, out int first, out int last)
    {
        first = lines.LineAt(node.SpanStart) + 1;
        last = lines.LineAt(Math.Max(node.SpanStart, node.Span.End - 1)) + 1;
    }

    /// <summary><c>~M:Lib.Box`1.Add(System.Int32)~System.Int32</c> is <c>Lib.Box.Add</c>.</summary>
    private static string QualifiedName(string target)
    {
        string name = target.TrimStart('~');
        int kind = name.IndexOf(':');
        name = kind == 1 ? name.Substring(2) : name;
        int end = name.IndexOfAny(['(', '~']);
        string[] parts = (end < 0 ? name : name.Substring(0, end)).Split('.');
        return string.Join(".", parts.Select(part => part.Split('`')[0]));
    }

    private static string? Named(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, string name)
    {
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
                return Text(argument.Expression);
        }

        return null;
    }

    private static string? Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Text(sum.Left) is { } left && Text(sum.Right) is { } right ? left + right : null,
        _ => null,
    };
}
