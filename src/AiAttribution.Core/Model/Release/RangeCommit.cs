namespace AiAttribution.Core.Model.Release;

/// <summary>A commit between two releases. Nothing that is written names it together with its builder.</summary>
/// <param name="Id">Full id.</param>
/// <param name="IsAi">Whether it carries AI evidence that is not weak.</param>
/// <param name="Builder">A number for the person who made it, without meaning outside of this run; null for a machine.</param>
internal sealed record RangeCommit(string Id, bool IsAi, int? Builder);
