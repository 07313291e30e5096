using AiAttribution.Core.Deployments;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Model;

/// <summary>An AI change: what it brought, when it shipped, and what is left of it.</summary>
/// <param name="Life">Its AI lines.</param>
/// <param name="Deployment">The first deployment of it that is known.</param>
internal sealed record ReportChange(ChangeLife Life, Deployment Deployment)
{
    /// <summary>Lines of it that are left.</summary>
    public int Left { get; init; } = Life.Alive;

    /// <summary>Those of them that shipped and are live; null when that is not known of all.</summary>
    public int? Shipped { get; init; } = Deployment.Trail == DeploymentTrail.Unknown ? null : Deployment.Trail == DeploymentTrail.Deployed ? Life.Alive : 0;

    /// <summary>Whether all that is left of it is live; null when that is not known.</summary>
    public bool? IsLive => Life.Alive == 0 ? false : Shipped is { } lines ? lines == Left : null;
}
