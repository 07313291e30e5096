namespace AiAttribution.Core.Outcomes;

/// <summary>Finds the effective lines of a C# file. It knows tokens and nesting, not the whole grammar: thousands of versions of files are read for one answer.</summary>
internal static class EffectiveLines
{
    /// <summary>The lines, in order.</summary>
    /// <param name="text">The file.</param>
    public static IReadOnlyList<EffectiveLine> Of(string text)
    {
        var types = new TypeNesting();
        List<EffectiveLine> lines = [];
        int pending = 0;
        foreach (CodeLine code in new CodeLines(text).Read())
        {
            int depth = types.Depth;
            string? type = types.Pass(code);
            if (Telling(code.Text) is { } telling && !(type is null && IsUsing(telling)))
                lines.Add(new EffectiveLine(code.Line, telling, type));
            // Attributes and modifiers stand before the name of the type that they belong to.
            if (type is not null && depth == 0)
            {
                for (int i = pending; i < lines.Count; i++)
                    lines[i] = lines[i].Type is null ? lines[i] with { Type = type } : lines[i];
            }

            if (types.IsBetweenDeclarations)
                pending = lines.Count;
        }

        return lines;
    }

    private static string? Telling(string code)
    {
        string text = code.Trim('{', '}', ' ');
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                return text;
        }

        return null;
    }

    private static bool IsUsing(string code) =>
        (code.StartsWith("using ", StringComparison.Ordinal) || code.StartsWith("global using ", StringComparison.Ordinal))
        && code.EndsWith(';') && !code.StartsWith("using var ", StringComparison.Ordinal) && !code.Contains('(');
}
