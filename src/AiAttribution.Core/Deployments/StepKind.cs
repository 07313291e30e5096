namespace AiAttribution.Core.Deployments;

/// <summary>What a deployment did to what its environment runs.</summary>
internal enum StepKind
{
    /// <summary>The first known deployment.</summary>
    First,

    /// <summary>A descendant of what ran before.</summary>
    Advance,

    /// <summary>An ancestor of what ran before, or a content that ran earlier, such as a revert restores.</summary>
    Rollback,

    /// <summary>A commit on another branch.</summary>
    Lateral,

    /// <summary>The commit or content that runs already.</summary>
    Redeploy,

    /// <summary>Nothing runs from then on.</summary>
    Removal,
}
