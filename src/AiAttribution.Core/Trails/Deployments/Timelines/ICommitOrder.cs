namespace AiAttribution.Core.Trails.Deployments.Timelines;

/// <summary>Knows which commits come before which.</summary>
public interface ICommitOrder
{
    /// <summary>Whether <paramref name="ancestor"/> is <paramref name="commit"/> itself or in its history.</summary>
    bool IsAncestor(string ancestor, string commit);
}
