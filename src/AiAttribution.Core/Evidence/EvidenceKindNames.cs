namespace AiAttribution.Core.Evidence;

/// <summary>The words for kinds of evidence in policy files and reports.</summary>
public static class EvidenceKindNames
{
    private static readonly Dictionary<EvidenceKind, string> Names = new()
    {
        [EvidenceKind.CoAuthorTrailer] = "co-author-trailer",
        [EvidenceKind.DisclosureTrailer] = "disclosure-trailer",
        [EvidenceKind.SessionTrailer] = "session-trailer",
        [EvidenceKind.AuthorIdentity] = "author-identity",
        [EvidenceKind.CommitterIdentity] = "committer-identity",
        [EvidenceKind.Footer] = "footer",
        [EvidenceKind.Revs] = "revs",
        [EvidenceKind.GitAiNote] = "git-ai-note",
        [EvidenceKind.AgentTrace] = "agent-trace",
        [EvidenceKind.SessionNote] = "session-note",
    };

    private static readonly Dictionary<string, EvidenceKind> Kinds = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>All words, in the order of the kinds.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The word for a kind.</summary>
    public static string Of(EvidenceKind kind) => Names[kind];

    /// <summary>The kind of a word; false when there is no such word.</summary>
    public static bool TryParse(string word, out EvidenceKind kind) => Kinds.TryGetValue(word, out kind);
}
