using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Compares lines that a session wrote with lines that a commit added.</summary>
internal static class LineRarity
{
    private const double Share = 0.5;
    private const int RareLines = 3;

    // Lines that stand in every source file and so tell nothing.
    private static readonly HashSet<uint> Trivial = [.. TextLines.Of(
        "\n{\n}\n};\n},\n{}\n});\n})\n);\n)\n(\n[\n]\n],\n];\nelse\nelse {\n} else {\ntry\ntry {\nfinally\nbreak;\ncontinue;\nreturn;\nreturn null;\nreturn true;\nreturn false;\nreturn 0;\ndefault:\n"
        + "get;\nset;\nbegin\nend\nfi\ndone\npass\n#endif\n#else\n/// <summary>\n/// </summary>\n/**\n*/\n*\n//\n///\n#\nusing System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing Xunit;\n[Fact]\n").Hashes];

    /// <summary>Whether a line tells something.</summary>
    public static bool IsTelling(uint line) => !Trivial.Contains(line);

    /// <summary>Lines that tell something.</summary>
    public static HashSet<uint> Telling(IEnumerable<uint> lines) => [.. lines.Where(IsTelling)];

    /// <summary>Whether half of the telling lines of a file come from the session, or three that stand in no other file of the commit.</summary>
    public static bool IsMatch(HashSet<uint> added, HashSet<uint> written, Func<uint, bool> isRare)
    {
        int common = 0;
        int rare = 0;
        foreach (uint line in added)
        {
            if (!written.Contains(line))
                continue;
            common++;
            if (isRare(line))
                rare++;
        }

        return common > 0 && (common >= Share * added.Count || rare >= RareLines);
    }
}
