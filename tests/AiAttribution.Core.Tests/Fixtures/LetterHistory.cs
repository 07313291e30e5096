using AiAttribution.Core.Deployments;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A made-up history: a commit is named by its path of letters, so that <c>ab</c> comes after <c>a</c> and <c>ax</c> is on another branch than <c>ab</c>.</summary>
internal sealed class LetterHistory : ICommitOrder, IDeployedContent
{
    /// <summary>Pairs of deployed commit and change whose lines are there although the commit is not.</summary>
    public HashSet<(string Deployed, string Change)> Copies { get; } = [];

    /// <summary>Pairs of deployed commit and change whose lines were taken out again there.</summary>
    public HashSet<(string Deployed, string Change)> Reverts { get; } = [];

    public bool IsAncestor(string ancestor, string commit) => commit.StartsWith(ancestor, StringComparison.Ordinal);

    public Held Adds(string deployed, Change change) => Copies.Contains((deployed, change.Commit)) ? Held.Yes : Held.No;

    public Held Keeps(string deployed, Change change) => Reverts.Contains((deployed, change.Commit)) ? Held.No : Held.Yes;

    public static PlacedDeployment At(int day, string? commit, DeploymentStatus status = DeploymentStatus.Success, string environment = "production", string source = "ci", string? tree = null, int hour = 12)
    {
        var record = new DeploymentRecord { Source = source, SourceId = $"{day}.{hour}", Environment = environment, Commit = commit, Status = status, FinishedAt = DeploymentFileReader.Day(day, hour) };
        return new PlacedDeployment(record, commit, tree ?? commit, commit ?? "");
    }

    public Timeline Timeline(params PlacedDeployment[] deployments) => Assert.Single(TimelineBuilder.Build(deployments, this));

    public IEnumerable<StepKind> Kinds(params PlacedDeployment[] deployments) => Timeline(deployments).Steps.Select(s => s.Kind);

    public DeploymentJudge Judge(params PlacedDeployment[] deployments) => new(TimelineBuilder.Build(deployments, this), this, this) { Grace = TimeSpan.FromDays(14), Now = DeploymentFileReader.Day(28) };

    public DeploymentJudge Judge(ServiceMap services, params PlacedDeployment[] deployments) =>
        new(TimelineBuilder.Build(deployments, this), this, this) { Grace = TimeSpan.FromDays(14), Now = DeploymentFileReader.Day(28), Services = services };

    public static PlacedDeployment Of(string service, PlacedDeployment deployment) => deployment with { Record = deployment.Record with { Service = service } };

    public static Change Change(string commit, int day = 1) => new(commit, DeploymentFileReader.Day(day));
}
