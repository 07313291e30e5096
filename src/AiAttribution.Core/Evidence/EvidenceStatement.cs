namespace AiAttribution.Core.Evidence;

/// <summary>One statement, in git or a policy file, that a commit or some of its lines is AI-assisted.</summary>
/// <param name="Kind">Where it was found.</param>
/// <param name="Grade">How strong it is.</param>
/// <param name="Agent">Catalogue name of the agent, such as <c>claude-code</c>; <c>unknown</c> when it is AI but nobody says which.</param>
/// <param name="Model">Model as stated, normalised; null when not stated.</param>
/// <param name="Session">Session key when the statement carries one.</param>
/// <param name="Source">What a person would look for: the trailer's key, <c>author</c>, <c>refs/notes/ai</c>, <c>.ai-attribution-revs</c>. Never a name or e-mail of a person.</param>
internal sealed record EvidenceStatement(
    EvidenceKind Kind,
    EvidenceGrade Grade,
    string Agent,
    string? Model,
    SessionKey? Session,
    string Source)
{
    /// <summary>Of how much of the commit it speaks.</summary>
    public EvidenceExtent Extent { get; init; } = Grade == EvidenceGrade.Lines ? EvidenceExtent.Lines : EvidenceExtent.Whole;
}
