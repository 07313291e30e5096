namespace AiAttribution.Core.Deployments;

/// <summary>One deployment in the order of its environment.</summary>
/// <param name="Deployment">The deployment; for a rollback that names no commit, the one that runs again.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Time">When.</param>
internal sealed record TimelineStep(PlacedDeployment Deployment, StepKind Kind, DateTimeOffset Time);

/// <summary>What happened to one service in one environment.</summary>
/// <param name="Service">The service; empty when there is one only.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Steps">Successful steps, oldest first.</param>
/// <param name="Failures">Deployments that changed nothing.</param>
internal sealed record Timeline(string Service, string Environment, IReadOnlyList<TimelineStep> Steps, int Failures)
{
    /// <summary>Whether every deployment stays, as with releases.</summary>
    public bool KeepsAll => Publications.Contains(Environment);

    /// <summary>What is live at the end: the last deployment, all that were not taken back where everything stays, nothing after a removal.</summary>
    public IReadOnlyList<PlacedDeployment> Live => KeepsAll
        ? [.. Steps.GroupBy(s => s.Deployment.Commit).Where(g => g.Last().Kind != StepKind.Removal).Select(g => g.First().Deployment)]
        : Steps is [.., { Kind: not StepKind.Removal } last] ? [last.Deployment] : [];

    /// <summary>Number of steps of a kind.</summary>
    public int Count(StepKind kind) => Steps.Count(s => s.Kind == kind);
}
