using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Shared.Members;

/// <summary>Names of members as documentation ids have them, without prefix, parameters and arity: what the target of a suppression is compared with.</summary>
internal static class QualifiedNames
{
    /// <summary>Such as <c>Lib.Calc.Add</c>, <c>Lib.Calc.#ctor</c> or, for an accessor, that of its property; empty for top-level code.</summary>
    public static string Of(SyntaxNode member)
    {
        List<string> names = [];
        foreach (SyntaxNode node in member.AncestorsAndSelf())
        {
            string? name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(m => m.ValueText == "static") ? "#cctor" : "#ctor",
                DestructorDeclarationSyntax => "Finalize",
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                IndexerDeclarationSyntax => "Item",
                EventDeclarationSyntax declared => declared.Identifier.ValueText,
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                BaseNamespaceDeclarationSyntax scope => scope.Name.ToString(),
                _ => null,
            };
            if (name is { Length: > 0 })
                names.Insert(0, name);
        }

        return string.Join(".", names);
    }
}
