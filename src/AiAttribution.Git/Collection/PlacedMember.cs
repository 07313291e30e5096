using AiAttribution.Core.Attribution;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Git.Collection;

/// <summary>A member with the file that it stands in.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Member">The member.</param>
/// <param name="File">The file as the snapshot has it.</param>
/// <param name="Lines">The file's attribution.</param>
internal sealed record PlacedMember(string Path, Member Member, SnapshotFile File, FileAttribution Lines);
