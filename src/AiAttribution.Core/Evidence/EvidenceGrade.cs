namespace AiAttribution.Core.Evidence;

/// <summary>How strong one evidence is; a higher value is stronger.</summary>
internal enum EvidenceGrade
{
    /// <summary>A lenient match. Never fails a build by itself.</summary>
    Weak = 1,

    /// <summary>A trailer, an author identity or a listed commit says so for the whole commit.</summary>
    Declared = 2,

    /// <summary>A note names the lines, and the commit's own diff confirms them.</summary>
    Lines = 3,
}
