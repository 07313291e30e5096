namespace AiAttribution.Core.Evidence.Messages;

/// <summary>A line of a message that carries a known key or a footer.</summary>
/// <param name="Start">Where the line starts in the message.</param>
/// <param name="Text">Where its text starts, behind a bullet, a quotation mark or a small indent.</param>
/// <param name="Hidden">It stands in a code fence, an HTML comment, or the body of a revert: only git's own reading counts it.</param>
internal readonly record struct MarkedLine(int Start, int Text, bool Hidden)
{
    public bool IsPrefixed => Text > Start;
}

/// <summary>A statement and where it was found.</summary>
/// <param name="Statement">What it says, with the grade that it has there.</param>
/// <param name="Start">Start of its line in the message, white space before the message left out.</param>
internal readonly record struct MessageMark(EvidenceStatement Statement, int Start);
