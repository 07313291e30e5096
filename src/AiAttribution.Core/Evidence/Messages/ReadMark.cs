namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Evidence in a message, with the line that it was read from.</summary>
/// <param name="Key">Key of the trailer in the catalogue's spelling; empty for a footer.</param>
/// <param name="Value">Value of the trailer; empty for a footer.</param>
/// <param name="Statement">What it says, with the grade that its place gives.</param>
/// <param name="Start">Start of its line in the message, white space before the message left out.</param>
/// <param name="IsInBlock">Whether git itself reads it as a trailer.</param>
/// <param name="IsClean">Whether it stands in that block, or in a paragraph of nothing but such lines.</param>
internal sealed record ReadMark(string Key, string Value, EvidenceStatement Statement, int Start, bool IsInBlock, bool IsClean);
