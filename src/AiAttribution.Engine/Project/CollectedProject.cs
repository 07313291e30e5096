using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Engine.Project;

/// <summary>What is known of one project.</summary>
/// <param name="Snapshot">For the compiler. Test code is in it, too, for the analyzer of tests.</param>
/// <param name="Report">For people and other tools; it has <paramref name="Notes"/>, too.</param>
/// <param name="Notes">What is missing or wrong, for the repository as a whole and for this project.</param>
internal sealed record CollectedProject(SnapshotModel Snapshot, ReportModel Report, IReadOnlyList<BuildProblem> Notes)
{
    /// <summary>All files that were read, as rules ask for them.</summary>
    public IReadOnlyList<FileSubject> Files { get; init; } = [];
}
