using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Outcomes;

/// <summary>Counts how far the AI lines of production code got.</summary>
/// <param name="now">The newest thing that is known: the time of HEAD or of the newest deployment.</param>
internal sealed class FunnelTally(DateTimeOffset now)
{
    /// <summary>So many days a line must have been live to have survived.</summary>
    public const int SurvivalDays = 14;

    private static readonly int Steps = Enum.GetValues<FunnelStep>().Length;

    private readonly int[] _reached = new int[Steps];
    private readonly int[] _missed = new int[Steps];
    private readonly int[] _unknown = new int[Steps];

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<FunnelStage> Stages => [.. Enum.GetValues<FunnelStep>().Select(s => new FunnelStage(s, _reached[(int)s], _missed[(int)s], _unknown[(int)s]))];

    /// <summary>Counts an AI line.</summary>
    /// <param name="coverage">What tests say of it.</param>
    /// <param name="deployment">What is known of its deployment.</param>
    public void Add(LineCoverage coverage, Deployment deployment)
    {
        _reached[(int)FunnelStep.Attributed]++;
        _ = Passes(FunnelStep.Executable, IsExecutable(coverage))
            && Passes(FunnelStep.Tested, IsTested(coverage))
            && Passes(FunnelStep.Deployed, IsDeployed(deployment))
            && Passes(FunnelStep.Survived, HasSurvived(deployment));
    }

    private bool Passes(FunnelStep step, bool? answer)
    {
        (answer is null ? _unknown : answer.Value ? _reached : _missed)[(int)step]++;
        return answer == true;
    }

    private static bool? IsExecutable(LineCoverage coverage) => coverage switch
    {
        LineCoverage.NotExecutable => false,
        LineCoverage.Unknown or LineCoverage.Stale => null,
        _ => true,
    };

    private static bool? IsTested(LineCoverage coverage) => coverage switch
    {
        LineCoverage.Executed or LineCoverage.Partial => true,
        LineCoverage.NotExecuted or LineCoverage.FailedRun => false,
        _ => null,
    };

    private static bool? IsDeployed(Deployment deployment) => deployment.Trail switch
    {
        DeploymentTrail.Deployed => true,
        DeploymentTrail.Unknown => null,
        _ => false,
    };

    /// <summary>A line that is live can only be too young; those that died are gone, and told with the lives of lines.</summary>
    private bool? HasSurvived(Deployment deployment) => now - deployment.Shipped >= TimeSpan.FromDays(SurvivalDays) ? true : null;
}
