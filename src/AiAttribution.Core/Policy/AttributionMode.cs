namespace AiAttribution.Core.Policy;

/// <summary>What the origin of a line is.</summary>
public enum AttributionMode
{
    /// <summary>The commit that <c>git blame</c> names.</summary>
    Git,

    /// <summary>The commit that gave the line its meaning: a change of white space or layout and a move within a commit do not take a line over.</summary>
    Meaning,
}
