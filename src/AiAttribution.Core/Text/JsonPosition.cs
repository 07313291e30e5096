namespace AiAttribution.Core.Text;

/// <summary>A place in a text: line and column in characters, both 1-based.</summary>
internal readonly record struct JsonPosition(int Line, int Column);
