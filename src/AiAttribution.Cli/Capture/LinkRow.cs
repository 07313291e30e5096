using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Cli.Capture;

/// <summary>One link of a session and a commit.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Time">When it was made; null when it is not here.</param>
/// <param name="Allocation">What the commit used of the session.</param>
/// <param name="IsNew">Whether git does not hold it yet: a capture would write it.</param>
internal sealed record LinkRow(string Commit, DateTimeOffset? Time, Allocation Allocation, bool IsNew);
