namespace AiAttribution.Core.Model.Release;

/// <summary>One end of a comparison.</summary>
/// <param name="Name">As it was asked for, such as <c>v1.2</c>; the abbreviated id for a commit without a name.</param>
/// <param name="Commit">Full id.</param>
/// <param name="Time">When the commit was made, in UTC.</param>
/// <param name="Report">The repository in that commit.</param>
internal sealed record ReleasePoint(string Name, string Commit, DateTimeOffset Time, ReportModel Report);
