namespace AiAttribution.Core.Members;

/// <summary>What a developer would test: method, constructor, accessor, property, operator or local top-level code.</summary>
/// <param name="Name">Display name such as <c>Calc.Add(int, int)</c>.</param>
/// <param name="Line">Line of the identifier, 1-based: where a warning belongs.</param>
/// <param name="Column">Column of the identifier, 1-based.</param>
/// <param name="FirstLine">First line of the declaration, attributes left out, 1-based.</param>
/// <param name="LastLine">Last line of the declaration, 1-based.</param>
/// <param name="CodeLines">Lines that hold code, ascending, 1-based: blank, comment and brace-only lines are left out.</param>
internal sealed record Member(string Name, int Line, int Column, int FirstLine, int LastLine, IReadOnlyList<int> CodeLines)
{
    /// <summary>Name with namespace and types, without parameters and type parameters, as in <c>Lib.Calc.Add</c>; empty for top-level code.</summary>
    public string QualifiedName { get; init; } = "";
}
