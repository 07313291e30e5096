namespace AiAttribution.Core.Deployments;

/// <summary>Knows which commits come before which.</summary>
internal interface ICommitOrder
{
    /// <summary>Whether <paramref name="ancestor"/> is <paramref name="commit"/> itself or in its history.</summary>
    bool IsAncestor(string ancestor, string commit);
}
