using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>A repository that a build has collected, and the gate of its range.</summary>
/// <param name="Collected">The repository; with a range by the policy of its base.</param>
/// <param name="Gate">The gate; null when no range was asked for, or nothing could be attributed.</param>
/// <param name="ByHead">The repository by the range's own policy; null where that does not count.</param>
internal sealed record RangeRepository(CollectedRepository Collected, RangeGate? Gate, CollectedRepository? ByHead) : IDisposable
{
    /// <summary>Collects once for all projects. What is missing or wrong becomes a note, never an exception; only cancelling throws.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static RangeRepository Collect(CollectOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Range))
            return new RangeRepository(Collector.Collect(options), null, null);
        RangeGate gate;
        try
        {
            gate = RangeGate.Find(options);
        }
        catch (RepositoryException e)
        {
            return new RangeRepository(CollectedRepository.Nothing([BuildProblems.Of(e)]), null, null);
        }

        CollectedRepository byBase = Collector.Collect(options with { PolicyRevision = gate.Judge.PolicyRevision });
        CollectedRepository? byHead = gate.Judge.HeadCounts && byBase.History is not null ? Collector.Collect(options) : null;
        if (byHead is not { History: null })
            return new RangeRepository(byBase, gate, byHead);
        byBase.Dispose();
        return new RangeRepository(byHead, null, null);
    }

    /// <summary>Judges the files of one project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="members">Finds members; null when there is no compiler to do it.</param>
    public CollectedProject Project(ProjectInput project, IMemberFinder? members)
    {
        if (Gate is null)
            return Collected.Project(project, members);
        CollectedProject judged = Collected.Project(Gate.ByBase(project), members);
        ReportModel? byHead = ByHead?.Project(Gate.ByHead(project), members).Report;
        return judged with { Report = Gate.Of(judged.Report, byHead) };
    }

    public void Dispose()
    {
        Collected.Dispose();
        ByHead?.Dispose();
    }
}
