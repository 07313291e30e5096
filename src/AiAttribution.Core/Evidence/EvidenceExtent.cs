namespace AiAttribution.Core.Evidence;

/// <summary>Of how much of a commit a statement speaks; a higher value says more.</summary>
internal enum EvidenceExtent
{
    /// <summary>Of nothing: it says that the agent's part was taken out again.</summary>
    None = 0,

    /// <summary>Of some of its lines, and nobody says which.</summary>
    Part = 1,

    /// <summary>Of all that it changed.</summary>
    Whole = 2,

    /// <summary>Of lines that are named.</summary>
    Lines = 3,
}
