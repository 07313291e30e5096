using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>A commit with session records.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Time">When it was made.</param>
/// <param name="InHistory">Whether the attributed history has it.</param>
/// <param name="AiLines">AI lines that come from it and are still there.</param>
/// <param name="AddedLines">C# lines that it added.</param>
/// <param name="Allocations">What its note says.</param>
internal sealed record NotedCommit(string Commit, DateTimeOffset Time, bool InHistory, int AiLines, int AddedLines, IReadOnlyList<Allocation> Allocations);
