using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Shared.Members;

/// <summary>Recognises code that a tool writes anew at each run, by the marks that the compiler itself knows.</summary>
internal static class GeneratedCode
{
    /// <summary>True when the file's name or its head says so.</summary>
    public static bool IsGenerated(string path, CompilationUnitSyntax unit) => GeneratedFiles.HasName(path) || HasGeneratedHead(unit);

    /// <summary>True when a <c>GeneratedCode</c> or <c>CompilerGenerated</c> attribute is among these.</summary>
    public static bool IsMarked(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = SimpleName(attribute.Name);
                if (name is "GeneratedCode" or "GeneratedCodeAttribute" or "CompilerGenerated" or "CompilerGeneratedAttribute")
                    return true;
            }
        }

        return false;
    }

    private static bool HasGeneratedHead(CompilationUnitSyntax unit)
    {
        foreach (SyntaxTrivia trivia in unit.GetLeadingTrivia())
        {
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                continue;
            if (GeneratedFiles.HasMark(trivia.ToString()))
                return true;
        }

        return false;
    }

    private static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
