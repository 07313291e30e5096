namespace AiAttribution.Core.Policy.Rules;

/// <summary>Which commits a rule is for, by AI evidence.</summary>
public enum AiCondition
{
    /// <summary>Those with AI evidence of the rule's grade.</summary>
    Ai,

    /// <summary>Those without any AI evidence, which is no proof of a human.</summary>
    Other,

    /// <summary>All.</summary>
    Any,
}
