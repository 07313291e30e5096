namespace AiAttribution.Core.Evidence.Notes;

/// <summary>One record of an Agent Trace: lines of one file that a conversation made.</summary>
/// <param name="Revision">Full id of the commit that it was recorded at; null when it names none. The specification means the commit that has the lines; its reference implementation writes the parent.</param>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Ranges">Lines at that revision; a range without a statement says that a person wrote it.</param>
internal sealed record TraceRecord(string? Revision, string Path, IReadOnlyList<AttestedRange> Ranges)
{
    /// <summary>Whom the lines are from, when the record names an agent at all.</summary>
    public EvidenceStatement? Statement => Ranges.Select(range => range.Ai).FirstOrDefault(ai => ai is not null);
}
