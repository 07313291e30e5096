namespace AiAttribution.Core.Policy.Rules;

/// <summary>What a violated rule is.</summary>
public enum RuleSeverity
{
    /// <summary>The rule is not judged.</summary>
    Off,

    /// <summary>Told, nothing more.</summary>
    Info,

    /// <summary>Warned about, never fails.</summary>
    Warning,

    /// <summary>Fails.</summary>
    Error,
}
