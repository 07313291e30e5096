namespace AiAttribution.Core.Evidence;

/// <summary>The words for kinds of evidence in policy files and reports.</summary>
public static class EvidenceKindNames
{
    private static readonly string[] Names =
    [
        "co-author-trailer",
        "disclosure-trailer",
        "session-trailer",
        "author-identity",
        "committer-identity",
        "footer",
        "revs",
        "git-ai-note",
        "agent-trace",
        "session-note",
    ];

    /// <summary>All words, in the order of the kinds.</summary>
    public static IReadOnlyCollection<string> All => Names;

    /// <summary>The word for a kind.</summary>
    public static string Of(EvidenceKind kind) => Names[(int)kind];

    /// <summary>The words for some kinds, in the order of the kinds.</summary>
    public static IEnumerable<string> Of(IReadOnlySet<EvidenceKind> kinds) => Names.Where((_, kind) => kinds.Contains((EvidenceKind)kind));

    /// <summary>The kind of a word; false when there is no such word.</summary>
    public static bool TryParse(string word, out EvidenceKind kind)
    {
        int at = Array.IndexOf(Names, word);
        kind = (EvidenceKind)Math.Max(at, 0);
        return at >= 0;
    }
}
