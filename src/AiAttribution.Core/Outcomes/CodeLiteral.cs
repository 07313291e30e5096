namespace AiAttribution.Core.Outcomes;

/// <summary>Reads strings and characters of C#, so that no brace in them nests.</summary>
internal static class CodeLiteral
{
    /// <summary>Deeper nested interpolations are read as text.</summary>
    private const int DeepestHole = 16;

    /// <summary>Whether a string with a prefix begins here.</summary>
    public static bool IsAhead(CodeCursor cursor)
    {
        int at = cursor.At;
        while (cursor.Ahead(at) is '$' or '@')
            at++;
        return cursor.Ahead(at) == '"';
    }

    /// <summary>Reads one.</summary>
    /// <param name="cursor">Stands at its beginning.</param>
    /// <param name="hole">How many holes it is in.</param>
    /// <param name="readHole">Reads the code of a hole; is given how many holes that is in.</param>
    public static void Read(CodeCursor cursor, int hole, Action<int> readHole)
    {
        int start = cursor.At;
        while (cursor.Current is '$' or '@')
            cursor.Take();
        string prefix = cursor.From(start).ToString();
        if (cursor.Current == '\'')
        {
            Character(cursor);
            return;
        }

        int quotes = 0;
        for (; cursor.Current == '"'; quotes++)
            cursor.Take();
        if (quotes >= 3)
            Raw(cursor, quotes);
        else if (quotes == 1)
            Quoted(cursor, prefix.Contains('@'), prefix.Contains('$') && hole < DeepestHole, () => readHole(hole + 1));
    }

    private static void Character(CodeCursor cursor)
    {
        cursor.Take();
        while (!cursor.IsAtEnd && cursor.Current is not ('\'' or '\n'))
        {
            if (cursor.Current == '\\')
                cursor.Take();
            cursor.Take();
        }

        if (cursor.Current == '\'')
            cursor.Take();
    }

    private static void Raw(CodeCursor cursor, int quotes)
    {
        int end = cursor.Find(new string('"', quotes), cursor.At) + quotes;
        while (!cursor.IsAtEnd && (cursor.At < end || cursor.Current == '"'))
            cursor.Take();
    }

    private static void Quoted(CodeCursor cursor, bool isVerbatim, bool hasHoles, Action readHole)
    {
        while (!cursor.IsAtEnd && (isVerbatim || cursor.Current != '\n'))
        {
            char c = cursor.Current;
            bool isDoubled = cursor.Next == c;
            cursor.Take();
            if (c == '"' && !(isVerbatim && isDoubled))
                return;
            if (hasHoles && c == '{' && !isDoubled)
                readHole();
            else if ((c == '"' && isVerbatim) || (c == '\\' && !isVerbatim) || (hasHoles && c is '{' or '}' && isDoubled))
                cursor.Take();
        }
    }
}
