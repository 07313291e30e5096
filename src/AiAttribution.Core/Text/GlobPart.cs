namespace AiAttribution.Core.Text;

/// <summary>What one part of a <see cref="Glob"/> stands for.</summary>
/// <param name="Kind">How much it takes.</param>
/// <param name="Characters">The character, or what stands between <c>[</c> and <c>]</c>; empty for the others.</param>
/// <param name="InFolder">Whether <c>*</c> and <c>?</c> take no <c>/</c>.</param>
internal readonly record struct GlobPart(GlobPartKind Kind, string Characters, bool InFolder)
{
    /// <summary>Whether it may take any number of characters, also none.</summary>
    public bool IsMany => Kind is GlobPartKind.Many or GlobPartKind.Folders;

    /// <summary>Whether it can take a character.</summary>
    public bool Takes(char c) => Kind switch
    {
        GlobPartKind.Character => c == Characters[0],
        GlobPartKind.Class => IsInClass(c),
        GlobPartKind.Folders => true,
        _ => !InFolder || c != '/',
    };

    /// <summary>Whether the next part may begin after a character that this one took.</summary>
    public bool MayEndAfter(char c) => Kind != GlobPartKind.Folders || c == '/';

    /// <summary>The parts of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="forPaths">Whether <c>*</c> and <c>?</c> stay within one folder.</param>
    public static GlobPart[] Parse(string pattern, bool forPaths)
    {
        var parts = new List<GlobPart>();
        for (int i = 0; i < pattern.Length; i++)
        {
            int close = pattern[i] == '[' ? pattern.IndexOf(']', i + 1) : -1;
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0)
            {
                parts.Add(new GlobPart(GlobPartKind.Folders, "", false));
                i += 2;
            }
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0)
            {
                parts.Add(new GlobPart(GlobPartKind.Many, "", false));
                i++;
            }
            else if (close > i + 1)
            {
                parts.Add(new GlobPart(GlobPartKind.Class, pattern[(i + 1)..close], false));
                i = close;
            }
            else
            {
                parts.Add(pattern[i] switch
                {
                    '*' => new GlobPart(GlobPartKind.Many, "", forPaths),
                    '?' => new GlobPart(GlobPartKind.One, "", forPaths),
                    char c => new GlobPart(GlobPartKind.Character, c.ToString(), false),
                });
            }
        }

        return [.. parts];
    }

    private bool IsInClass(char c)
    {
        bool negated = Characters[0] is '!' or '^' && Characters.Length > 1;
        for (int i = negated ? 1 : 0; i < Characters.Length; i++)
        {
            bool isRange = i + 2 < Characters.Length && Characters[i + 1] == '-';
            if (isRange ? Characters[i] <= c && c <= Characters[i + 2] : c == Characters[i])
                return !negated;
            i += isRange ? 2 : 0;
        }

        return negated;
    }
}

/// <summary>How much a <see cref="GlobPart"/> takes.</summary>
internal enum GlobPartKind
{
    /// <summary>This character.</summary>
    Character,

    /// <summary>One character of a class.</summary>
    Class,

    /// <summary>Any one character (<c>?</c>).</summary>
    One,

    /// <summary>Any number of characters (<c>*</c>, <c>**</c>).</summary>
    Many,

    /// <summary>Any number of folders, each with its <c>/</c> (<c>**/</c>).</summary>
    Folders,
}
