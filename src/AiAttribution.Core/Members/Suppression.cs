namespace AiAttribution.Core.Members;

/// <summary>A <c>[SuppressMessage]</c> that names one of our codes.</summary>
/// <param name="Code">The code, such as <c>AIA1001</c>.</param>
/// <param name="Justification">Its justification; null when it has none that can be read.</param>
/// <param name="Line">Line of the attribute, 1-based.</param>
/// <param name="FirstLine">First line of what it stands at, 1-based; 0 when it is for an assembly.</param>
/// <param name="LastLine">Last line of what it stands at, 1-based; 0 when it is for an assembly.</param>
/// <param name="Target">For an assembly what it is for, by documentation id without prefix and parameters such as <c>Lib.Calc.Add</c>; null for all of it.</param>
internal sealed record Suppression(string Code, string? Justification, int Line, int FirstLine, int LastLine, string? Target)
{
    /// <summary>What it stands at, by kind and full name; null when it is for an assembly.</summary>
    public string? Declaration { get; init; }
}
