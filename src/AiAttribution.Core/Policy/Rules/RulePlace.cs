namespace AiAttribution.Core.Policy.Rules;

/// <summary>Where a finding is.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>; null when it is in no file.</param>
/// <param name="Line">Line, 1-based; 0 when not known.</param>
/// <param name="Column">Column, 1-based; 0 when not known.</param>
/// <param name="Commit">Full id of the commit that is judged; null for others.</param>
/// <param name="Member">Name of the member that is judged; null for others.</param>
public sealed record RulePlace(string? Path, int Line = 0, int Column = 0, string? Commit = null, string? Member = null)
{
    /// <summary>No place: it is about the whole.</summary>
    public static RulePlace Nowhere { get; } = new((string?)null);
}
