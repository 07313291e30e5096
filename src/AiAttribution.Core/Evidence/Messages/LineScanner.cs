using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Finds the lines of a message that can be evidence. Nearly all messages have none, so this is the part that must be fast.</summary>
internal sealed class LineScanner(TrailerRules rules)
{
    // Markdown reads a deeper indent as code, which quotes a trailer rather than being one.
    private const int DeepestIndent = 3;

    /// <summary>Adds the marked lines behind the subject line, in order.</summary>
    public void Scan(ReadOnlySpan<char> message, List<MarkedLine> lines)
    {
        bool footers = FooterLine.MayBeIn(message);
        bool revert = CommitReference.IsRevert(message);
        bool fence = false, comment = false;
        for (int start = TrailerLine.End(message, 0); start < message.Length;)
        {
            int end = TrailerLine.End(message, start);
            ReadOnlySpan<char> line = message[start..end];
            int prefix = PrefixLength(line);
            if (prefix >= 0 && (HasKey(line[prefix..]) || (footers && FooterLine.Read(line[prefix..]) is not null) || NearTrailer.Read(line[prefix..]).Value > 0))
                lines.Add(new MarkedLine(start, start + prefix, fence || comment || revert));
            fence ^= prefix >= 0 && line[prefix..].StartsWith("```", StringComparison.Ordinal);
            if (comment || line.StartsWith("<!--", StringComparison.Ordinal))
                comment = !line.Contains("-->", StringComparison.Ordinal);
            start = end;
        }
    }

    private bool HasKey(ReadOnlySpan<char> text)
    {
        int separator = TrailerLine.Separator(text.Length > rules.LongestKey + 2 ? text[..(rules.LongestKey + 2)] : text, TrailerLine.DefaultSeparators);
        return separator >= 1 && rules.Find(TrailerLine.Trim(text[..separator])) is not null;
    }

    // Length of indent, bullets and quotation marks; -1 for a line that is indented like code.
    private static int PrefixLength(ReadOnlySpan<char> line)
    {
        int i = 0;
        while (i < line.Length && line[i] == ' ')
            i++;
        if (i > DeepestIndent || (i < line.Length && line[i] == '\t'))
            return -1;
        while (i + 1 < line.Length && line[i] is '*' or '-' or '+' or '>' or '•' && line[i + 1] == ' ')
            i += 2;
        return i;
    }
}
