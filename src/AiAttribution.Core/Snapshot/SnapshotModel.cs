using AiAttribution.Core.Members;

namespace AiAttribution.Core.Snapshot;

/// <summary>What the compiler is told of one project: the policy, and the lines of the files that have AI lines.</summary>
/// <param name="Policy">When a member counts as AI-heavy.</param>
/// <param name="Files">The lines of files. Paths start from the project's directory.</param>
internal sealed record SnapshotModel(VerdictPolicy Policy, IReadOnlyList<LineTable> Files);
