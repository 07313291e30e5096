using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence;

/// <summary>The words for kinds of evidence in policy files and reports.</summary>
internal static class EvidenceKindNames
{
    /// <summary>Each kind and its word, in the order of the kinds.</summary>
    public static EnumText<EvidenceKind> Kinds { get; } = new(
        (EvidenceKind.CoAuthorTrailer, "co-author-trailer"),
        (EvidenceKind.DisclosureTrailer, "disclosure-trailer"),
        (EvidenceKind.SessionTrailer, "session-trailer"),
        (EvidenceKind.AuthorIdentity, "author-identity"),
        (EvidenceKind.CommitterIdentity, "committer-identity"),
        (EvidenceKind.Footer, "footer"),
        (EvidenceKind.Revs, "revs"),
        (EvidenceKind.GitAiNote, "git-ai-note"),
        (EvidenceKind.AgentTrace, "agent-trace"),
        (EvidenceKind.SessionNote, "session-note"),
        (EvidenceKind.FileShareNote, "file-share-note"),
        (EvidenceKind.LineNote, "line-note"),
        (EvidenceKind.SignedStatement, "signed-statement"));

    /// <summary>All words, in the order of the kinds.</summary>
    public static IReadOnlyList<string> All => Kinds.Words;

    /// <summary>The word for a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Of(EvidenceKind kind) => Kinds.Of(kind);

    /// <summary>The words for some kinds, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Of(IReadOnlySet<EvidenceKind> kinds) => [.. kinds.Order().Select(Of)];
}
