namespace AiAttribution.Core.Evidence;

/// <summary>The words for kinds of evidence in policy files and reports.</summary>
public static class EvidenceKindNames
{
    private static readonly EvidenceKind[] Kinds = Enum.GetValues<EvidenceKind>();

    /// <summary>All words, in the order of the kinds.</summary>
    public static IReadOnlyCollection<string> All { get; } = Array.ConvertAll(Kinds, Of);

    /// <summary>The word for a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.CoAuthorTrailer => "co-author-trailer",
        EvidenceKind.DisclosureTrailer => "disclosure-trailer",
        EvidenceKind.SessionTrailer => "session-trailer",
        EvidenceKind.AuthorIdentity => "author-identity",
        EvidenceKind.CommitterIdentity => "committer-identity",
        EvidenceKind.Footer => "footer",
        EvidenceKind.Revs => "revs",
        EvidenceKind.GitAiNote => "git-ai-note",
        EvidenceKind.AgentTrace => "agent-trace",
        EvidenceKind.SessionNote => "session-note",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The words for some kinds, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Of(IReadOnlySet<EvidenceKind> kinds) => Array.ConvertAll(Array.FindAll(Kinds, kinds.Contains), Of);
}
