namespace AiAttribution.Core.Reports.Model;

/// <summary>A commit that lines of a member come from.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Lines">Number of AI lines among the member's code lines that come from it.</param>
public sealed record LineOrigin(string Commit, int Lines);
