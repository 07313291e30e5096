namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>A whole line such as <c>🤖 Generated with [Claude Code](https://claude.com/claude-code)</c>.</summary>
internal static class FooterLine
{
    private const int LongestLine = 300;

    // Longest first: "Generated with the help of" before "Generated with".
    private static readonly (string Text, EvidenceGrade Grade)[] Openings =
    [
        .. CatalogueFile.Of("footer")
            .OrderByDescending(row => row.Pattern.Length)
            .Select(row => (row.Pattern + " ", row.Trait == "weak" ? EvidenceGrade.Weak : EvidenceGrade.Declared)),
    ];

    // The first word without its first letter, which may be small or capital.
    private static readonly string[] Marks = [.. Openings.Select(opening => opening.Text[1..(opening.Text.IndexOf(' ', StringComparison.Ordinal) + 1)]).Distinct()];

    /// <summary>Whether a text may hold a footer; most hold none.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        foreach (string mark in Marks)
        {
            if (text.Contains(mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The statement of a line; null when the line holds anything besides the footer.</summary>
    public static EvidenceStatement? Read(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length > LongestLine || !MayBeIn(line))
            return null;
        while (!line.IsEmpty && !char.IsAsciiLetterOrDigit(line[0]) && line[0] is not ('#' or '"' or '`' or '\''))
            line = line[1..];
        foreach ((string opening, EvidenceGrade grade) in Openings)
        {
            if (!line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                continue;
            AgentText found = Product(line[opening.Length..].Trim().TrimEnd("*_.!").ToString());
            return found.IsKnown ? new EvidenceStatement(EvidenceKind.Footer, grade, found.Agent ?? AgentNames.Unknown, found.Model, null, "footer") : null;
        }

        return null;
    }

    private static AgentText Product(string product)
    {
        if (product.StartsWith('['))
            return Linked(product) is { } name && AgentNames.Find(name) is { } agent ? new AgentText(agent, null) : default;
        AgentText found = AgentText.Parse(product, strict: true);
        return found.IsPerson ? default : found;
    }

    /// <summary>The text of a Markdown link, or of what is left of one, when nothing else stands in the line but who passed it on.</summary>
    private static string? Linked(string product)
    {
        int link = product.IndexOf("](", StringComparison.Ordinal);
        int end = product.IndexOf(')', Math.Max(link, 0));
        bool whole = link > 0 && end > link && (end == product.Length - 1 || product.AsSpan(end + 1).StartsWith(" via ["));
        return whole ? product[1..link] : product.EndsWith(']') ? product[1..^1] : null;
    }
}
