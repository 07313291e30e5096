namespace AiAttribution.Core.Outcomes;

/// <summary>A line of code that does something: not blank, comment, directive, using, or braces alone.</summary>
/// <param name="Line">Number of the line, 1-based.</param>
/// <param name="Text">Its code: white space folded, without comments and braces at its ends, so that layout makes no other text of it.</param>
/// <param name="Type">Namespace-qualified top-level type that holds it; null outside of types.</param>
internal readonly record struct EffectiveLine(int Line, string Text, string? Type);
