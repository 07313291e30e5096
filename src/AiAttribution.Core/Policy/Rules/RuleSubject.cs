namespace AiAttribution.Core.Policy.Rules;

/// <summary>What a rule judges one by one.</summary>
public enum RuleSubject
{
    /// <summary>Commits; merges are left out, because what they bring is judged by itself.</summary>
    Commit,

    /// <summary>Members with AI lines, test code left out.</summary>
    Member,

    /// <summary>Files.</summary>
    File,

    /// <summary>The release that is made, or the month of the judged commit.</summary>
    Period,
}
