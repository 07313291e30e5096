namespace AiAttribution.Core.Policy;

/// <summary>What the origin of a line is.</summary>
public enum AttributionMode
{
    /// <summary>The commit that <c>git blame</c> names.</summary>
    Git,
}
