namespace AiAttribution.Core.Policy.Rules;

/// <summary>What is known of who made a commit. There is no class for a person: rules never single people out.</summary>
public enum AuthorClass
{
    /// <summary>Not known to be a machine.</summary>
    Unknown,

    /// <summary>An agent of the catalogue, or an account that calls itself a bot.</summary>
    Bot,
}
