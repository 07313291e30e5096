namespace AiAttribution.Cli.Verbs;

/// <summary>How well one thing is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Some answers are missing.</summary>
    Missing,

    /// <summary>Nothing can be attributed.</summary>
    Broken,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Health">How well it is.</param>
/// <param name="Topic">What it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">The command or sentence that mends it; null when all is well.</param>
internal sealed record Finding(Health Health, string Topic, string Text, string? Remedy = null);
