using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>
/// Reads the evidence of a message in three tiers: git's own trailer block; an earlier paragraph of nothing but trailers, for known keys only;
/// a known line among other text, behind a bullet or quotation mark, or behind a literal line break, which is weak. Of real AI commits 6 % show only in the last two,
/// because squashing moves trailers up (measured on 836,401 commits).
/// </summary>
internal sealed class MessageEvidence(TrailerRules rules)
{
    // No real value has a third of this; a longer one is prose.
    private const int LongestValue = 500;

    private readonly LineScanner _scanner = new(rules);

    public void Read(string message, StatementList statements)
    {
        Visit(message, mark => Add(mark.Statement, mark.Start));

        // A place in the expanded text is none in the message.
        if (LiteralBreaks.Expand(message) is { } expanded)
            Visit(expanded, mark => Add(mark.Statement with { Grade = EvidenceGrade.Weak }, null));

        bool Add(EvidenceStatement statement, int? place)
        {
            statements.Add(statement, place);
            return !statements.IsFull;
        }
    }

    /// <summary>Shows every mark of a message, in order.</summary>
    /// <param name="message">The message.</param>
    /// <param name="take">Takes a mark; false ends the reading.</param>
    public void Visit(string message, Func<ReadMark, bool> take)
    {
        message = message.TrimStart();
        var lines = new List<MarkedLine>();
        _scanner.Scan(message, lines);
        if (lines.Count == 0)
            return;

        (int blockStart, int blockEnd) = TrailerBlock.Find(message, TrailerOptions.Log);
        Paragraph paragraph = default;
        foreach (MarkedLine line in lines)
        {
            if (line.Start >= blockEnd)
                break;
            bool inBlock = line.Start >= blockStart && !line.IsPrefixed;
            if (line.Hidden && !inBlock)
                continue;
            if (line.Start >= paragraph.End)
                paragraph = Paragraph.Around(message, line.Start, paragraph.End);
            if (Mark(message, line, inBlock ? blockEnd : paragraph.End) is not { } mark)
                continue;
            bool clean = !line.IsPrefixed && (mark.Key.Length == 0 ? paragraph.OnlyMarks : inBlock || paragraph.OnlyTrailers);
            if (!take(mark with { Statement = clean ? mark.Statement : mark.Statement with { Grade = EvidenceGrade.Weak }, IsInBlock = inBlock, IsClean = clean }))
                break;
        }
    }

    private ReadMark? Mark(string message, MarkedLine line, int end)
    {
        int lineEnd = TrailerLine.End(message, line.Start);
        ReadOnlySpan<char> text = message.AsSpan(line.Text, lineEnd - line.Text);
        int separator = TrailerLine.Separator(text, TrailerLine.DefaultSeparators);
        TrailerRule? rule = separator < 1 ? null : rules.Find(TrailerLine.Trim(text[..separator]));
        if (rule is null)
            return FooterLine.Read(text) is { } footer ? new ReadMark("", "", footer, line.Start, false, false) : Near(text, line.Start);
        int valueStart = line.Text + separator + 1;
        int valueEnd = line.IsPrefixed ? lineEnd : TrailerBlockReader.EndOfContinuation(message.AsSpan(0, end), lineEnd);
        ReadOnlySpan<char> span = message.AsSpan(valueStart, valueEnd - valueStart);
        return span.Length <= LongestValue && TrailerBlockReader.Unfold(span) is var value && rule.Read(value) is { } statement ? new ReadMark(rule.Key, value, statement, line.Start, false, false) : null;
    }

    /// <summary>A key that is written as words; names that people bear say nothing there.</summary>
    private ReadMark? Near(ReadOnlySpan<char> text, int lineStart)
    {
        (string key, int start) = NearTrailer.Read(text);
        if (start == 0 || text.Length - start > LongestValue || rules.Find(key) is not { } rule)
            return null;
        string value = TrailerLine.Trim(text[start..]).ToString();
        return !(Signature.Parse(value) is { Email: null } bare && AgentText.Parse(bare.Name).IsWord) && rule.Read(value) is { } statement
            ? new ReadMark("", "", statement with { Grade = EvidenceGrade.Weak }, lineStart, false, false)
            : null;
    }
}

/// <summary>Evidence in a message, with the line that it was read from.</summary>
/// <param name="Key">Key of the trailer in the catalogue's spelling; empty for a footer.</param>
/// <param name="Value">Value of the trailer; empty for a footer.</param>
/// <param name="Statement">What it says, with the grade that its place gives.</param>
/// <param name="Start">Start of its line in the message, white space before the message left out.</param>
/// <param name="IsInBlock">Whether git itself reads it as a trailer.</param>
/// <param name="IsClean">Whether it stands in that block, or in a paragraph of nothing but such lines.</param>
internal sealed record ReadMark(string Key, string Value, EvidenceStatement Statement, int Start, bool IsInBlock, bool IsClean);
