using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiAttribution.CodeFixes;

/// <summary>Writes the statements of a test that calls a member: its input, the call, and a failure until somebody says what must come of it.</summary>
internal sealed class TestBody(IAssemblySymbol tests)
{
    private static readonly SymbolDisplayFormat Types =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly StringBuilder _input = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "result" };

    /// <summary>Whether the call is awaited.</summary>
    public bool IsAsync { get; private set; }

    /// <summary>The statements before the failure; empty when the tests cannot call the member themselves.</summary>
    public string Of(ISymbol member)
    {
        if (!IsOpen(member) || IsGeneric(member))
            return "";
        string? call = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"var result = new {constructor.ContainingType.ToDisplayString(Types)}({Arguments(constructor)});",
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => Call(method, Target(method)),
            IPropertySymbol { IsIndexer: false } property => $"var result = {Target(property)}.{property.Name};",
            IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => $"var result = {Target(property)}.{property.Name};",
            IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } setter when !setter.IsInitOnly => $"{Target(property)}.{property.Name} = {Declare(property.Type, "value")};",
            _ => null,
        };
        return call is null ? "" : _input.Length == 0 ? call + "\n\n" : $"{_input}\n{call}\n\n";
    }

    private string Call(IMethodSymbol method, string target)
    {
        string call = $"{target}.{method.Name}({Arguments(method)})";
        INamedTypeSymbol? type = method.ReturnType as INamedTypeSymbol;
        IsAsync = type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
        bool hasResult = IsAsync ? type!.IsGenericType : !method.ReturnsVoid;
        return $"{(hasResult ? "var result = " : "")}{(IsAsync ? "await " : "")}{call};";
    }

    /// <summary>The type of a static member; else an object, made by the constructor that wants least.</summary>
    private string Target(ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;
        if (member.IsStatic)
            return type.ToDisplayString(Types);
        string name = Name(char.ToLowerInvariant(type.Name[0]) + type.Name.Substring(1));
        IMethodSymbol? constructor = type.IsAbstract ? null : type.InstanceConstructors.Where(IsOpen).OrderBy(open => open.Parameters.Length).FirstOrDefault();
        string value = constructor is null && !type.IsValueType ? "default!" : $"new {type.ToDisplayString(Types)}({(constructor is null ? "" : Arguments(constructor))})";
        _input.Append($"{type.ToDisplayString(Types)} {name} = {value};\n");
        return name;
    }

    private string Arguments(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter => parameter.RefKind switch
    {
        RefKind.Out => $"out {parameter.Type.ToDisplayString(Types)} {Name(parameter.Name)}",
        RefKind.Ref => "ref " + Declare(parameter.Type, parameter.Name),
        _ => Declare(parameter.Type, parameter.Name),
    }));

    private string Declare(ITypeSymbol type, string wanted)
    {
        string name = Name(wanted);
        _input.Append($"{type.ToDisplayString(Types)} {name} = {(type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.Annotated ? "default!" : "default")};\n");
        return name;
    }

    private string Name(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_names.Add(name); number++)
            name = wanted + number;
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    private static bool IsGeneric(ISymbol member) => member is IMethodSymbol { IsGenericMethod: true } || member.ContainingType is null || Outer(member).Any(type => type.IsGenericType);

    private bool IsOpen(ISymbol member) => IsVisible(member) && Outer(member).All(IsVisible);

    private bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && symbol.ContainingAssembly.GivesAccessTo(tests));

    private static IEnumerable<INamedTypeSymbol> Outer(ISymbol member)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.ContainingType)
            yield return type;
    }
}
