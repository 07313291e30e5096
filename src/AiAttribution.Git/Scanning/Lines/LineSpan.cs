namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Consecutive lines of a content. Lines are 0-based.</summary>
/// <param name="Start">First line.</param>
/// <param name="Count">Number of lines.</param>
internal readonly record struct LineSpan(int Start, int Count);
