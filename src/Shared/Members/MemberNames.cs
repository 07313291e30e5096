using System.Text;
using AiAttribution.Core.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Shared.Members;

/// <summary>Names members as a developer would: <c>Calc.Add(int, int)</c>, <c>Calc.Total.get</c>, <c>Box&lt;T&gt;.this[int]</c>.</summary>
internal static class MemberNames
{
    /// <summary>Display name: types without namespace, parameter types as written.</summary>
    public static string Of(SyntaxNode member)
    {
        if (member is CompilationUnitSyntax)
            return VerdictMessage.TopLevelCode;
        StringBuilder name = new();
        AppendTypes(name, member);
        AppendMember(name, member);
        return name.ToString();
    }

    /// <summary>The types around a member, as its display name begins.</summary>
    public static string TypesOf(SyntaxNode member)
    {
        StringBuilder name = new();
        AppendTypes(name, member);
        return name.ToString();
    }

    private static void AppendTypes(StringBuilder name, SyntaxNode member)
    {
        foreach (SyntaxNode type in member.Ancestors())
        {
            // An extension block has no name of its own.
            if (type is TypeDeclarationSyntax { Identifier.ValueText.Length: > 0 } declared)
                name.Insert(0, declared.Identifier.ValueText + SyntaxWords.Of(declared.TypeParameterList) + ".");
        }
    }

    private static void AppendMember(StringBuilder name, SyntaxNode member)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method:
                name.Append(SyntaxWords.Of(method.ExplicitInterfaceSpecifier)).Append(method.Identifier.ValueText);
                name.Append(SyntaxWords.Of(method.TypeParameterList));
                AppendParameters(name, method.ParameterList, '(', ')');
                break;
            case ConstructorDeclarationSyntax constructor:
                name.Append(constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "").Append(constructor.Identifier.ValueText);
                AppendParameters(name, constructor.ParameterList, '(', ')');
                break;
            case DestructorDeclarationSyntax destructor:
                name.Append('~').Append(destructor.Identifier.ValueText).Append("()");
                break;
            case OperatorDeclarationSyntax op:
                name.Append(SyntaxWords.Of(op.ExplicitInterfaceSpecifier)).Append("operator ").Append(Checked(op.CheckedKeyword)).Append(op.OperatorToken.Text);
                AppendParameters(name, op.ParameterList, '(', ')');
                break;
            case ConversionOperatorDeclarationSyntax conversion:
                name.Append(conversion.ImplicitOrExplicitKeyword.Text).Append(" operator ");
                name.Append(Checked(conversion.CheckedKeyword)).Append(SyntaxWords.Of(conversion.Type));
                AppendParameters(name, conversion.ParameterList, '(', ')');
                break;
            case AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } accessor:
                AppendProperty(name, property);
                name.Append('.').Append(accessor.Keyword.Text);
                break;
            case BasePropertyDeclarationSyntax property:
                AppendProperty(name, property);
                break;
        }
    }

    private static void AppendProperty(StringBuilder name, BasePropertyDeclarationSyntax property)
    {
        name.Append(SyntaxWords.Of(property.ExplicitInterfaceSpecifier));
        if (property is IndexerDeclarationSyntax indexer)
        {
            name.Append("this");
            AppendParameters(name, indexer.ParameterList, '[', ']');
            return;
        }

        name.Append(property switch
        {
            PropertyDeclarationSyntax declared => declared.Identifier.ValueText,
            EventDeclarationSyntax declared => declared.Identifier.ValueText,
            _ => "",
        });
    }

    private static void AppendParameters(StringBuilder name, BaseParameterListSyntax list, char open, char close)
    {
        name.Append(open);
        bool first = true;
        foreach (ParameterSyntax parameter in list.Parameters)
        {
            if (!first)
                name.Append(", ");
            first = false;
            foreach (SyntaxToken modifier in parameter.Modifiers)
            {
                if (modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)
                    name.Append(modifier.Text).Append(' ');
            }

            name.Append(SyntaxWords.Of(parameter.Type));
        }

        name.Append(close);
    }

    private static string Checked(SyntaxToken keyword) => keyword.IsKind(SyntaxKind.CheckedKeyword) ? "checked " : "";
}
