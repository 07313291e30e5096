using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Snapshot;

/// <summary>What the compiler is told of one project: the policy, the sources of its AI lines, and the files that hold them.</summary>
/// <param name="Policy">When a member counts as AI-heavy.</param>
/// <param name="Sources">Sources that the marks of files refer to by index.</param>
/// <param name="Files">Files that have AI lines.</param>
public sealed record SnapshotModel(
    VerdictPolicy Policy,
    IReadOnlyList<SnapshotSource> Sources,
    IReadOnlyList<SnapshotFile> Files);
