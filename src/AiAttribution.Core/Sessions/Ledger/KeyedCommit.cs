using AiAttribution.Core.Evidence;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>A commit that names sessions in a trailer or a git-ai note.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Time">When it was made.</param>
/// <param name="Keys">The sessions.</param>
internal sealed record KeyedCommit(string Commit, DateTimeOffset Time, IReadOnlyList<SessionKey> Keys);
