using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Shared.Members;

/// <summary>
/// Finds what a developer would test: everything with a body of its own. An accessor with a body is a member, a property with an
/// expression body is one; auto-properties, abstract and partial declarations have nothing to run. Lambdas and local functions
/// belong to the member around them, and all top-level statements are one member.
/// </summary>
internal static class MemberSyntaxFinder
{
    /// <summary>Members in order of position; none for generated code.</summary>
    public static List<MemberSyntax> Find(string path, SyntaxNode root, CancellationToken cancel)
    {
        List<MemberSyntax> members = [];
        if (root is not CompilationUnitSyntax unit || GeneratedCode.IsGenerated(path, unit))
            return members;
        AddTopLevelCode(unit, members);
        AddMembers(unit.Members, members, cancel);
        return members;
    }

    private static void AddTopLevelCode(CompilationUnitSyntax unit, List<MemberSyntax> members)
    {
        GlobalStatementSyntax? first = null;
        GlobalStatementSyntax? last = null;
        foreach (MemberDeclarationSyntax member in unit.Members)
        {
            if (member is not GlobalStatementSyntax statement)
                continue;
            first ??= statement;
            last = statement;
        }

        if (first is not null && last is not null)
            members.Add(new MemberSyntax(unit, TextSpan.FromBounds(first.SpanStart, last.Span.End), first.GetFirstToken()));
    }

    private static void AddMembers(SyntaxList<MemberDeclarationSyntax> declarations, List<MemberSyntax> members, CancellationToken cancel)
    {
        foreach (MemberDeclarationSyntax declaration in declarations)
        {
            cancel.ThrowIfCancellationRequested();
            if (GeneratedCode.IsMarked(declaration.AttributeLists))
                continue;
            switch (declaration)
            {
                case BaseNamespaceDeclarationSyntax scope:
                    AddMembers(scope.Members, members, cancel);
                    break;
                case TypeDeclarationSyntax type:
                    AddMembers(type.Members, members, cancel);
                    break;
                case BaseMethodDeclarationSyntax method when HasBody(method.Body, method.ExpressionBody):
                    Add(method, method.AttributeLists, IdentifierOf(method), members);
                    break;
                case PropertyDeclarationSyntax { ExpressionBody: not null } property:
                    Add(property, property.AttributeLists, property.Identifier, members);
                    break;
                case IndexerDeclarationSyntax { ExpressionBody: not null } indexer:
                    Add(indexer, indexer.AttributeLists, indexer.ThisKeyword, members);
                    break;
                case BasePropertyDeclarationSyntax { AccessorList: AccessorListSyntax list }:
                    AddAccessors(list, members);
                    break;
            }
        }
    }

    private static void AddAccessors(AccessorListSyntax list, List<MemberSyntax> members)
    {
        foreach (AccessorDeclarationSyntax accessor in list.Accessors)
        {
            if (HasBody(accessor.Body, accessor.ExpressionBody) && !GeneratedCode.IsMarked(accessor.AttributeLists))
                Add(accessor, accessor.AttributeLists, accessor.Keyword, members);
        }
    }

    private static void Add(SyntaxNode node, SyntaxList<AttributeListSyntax> attributes, SyntaxToken identifier, List<MemberSyntax> members)
    {
        int start = attributes.Count == 0 ? node.SpanStart : attributes[attributes.Count - 1].GetLastToken().GetNextToken().SpanStart;
        members.Add(new MemberSyntax(node, TextSpan.FromBounds(start, node.Span.End), identifier));
    }

    private static bool HasBody(BlockSyntax? block, ArrowExpressionClauseSyntax? expression) => block is not null || expression is not null;

    private static SyntaxToken IdentifierOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax declared => declared.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        OperatorDeclarationSyntax op => op.OperatorToken,
        ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
        _ => method.GetFirstToken(),
    };
}
