using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Takes the links out of notes that cannot be found again: what the environment said while a commit was made. All others are found by the same signs as before.</summary>
internal static class KnownLinks
{
    /// <summary>Links of notes by full id of the commit. A sub-agent's commits come with its parent's.</summary>
    public static IEnumerable<CommitLink> Of(IEnumerable<KeyValuePair<string, IReadOnlyList<Allocation>>> notes) =>
        from note in notes
        from allocation in note.Value
        where allocation.Method == LinkMethod.Environment
            && (allocation.Parent is null || note.Value.All(other => other.Session != allocation.Parent || other.Method != LinkMethod.Environment))
        select new CommitLink(allocation.Agent, allocation.Session, note.Key, allocation.Method, DateTimeOffset.MinValue);
}
