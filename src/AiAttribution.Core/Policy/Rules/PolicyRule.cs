using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>A rule of the policy: where it holds, when, and what it requires.</summary>
/// <param name="Id">Its name in the policy.</param>
/// <param name="Require">What it requires.</param>
internal sealed record PolicyRule(string Id, Requirement Require)
{
    /// <summary>The rule that holds when a policy names neither preset nor rule: what AIA1001 warns about.</summary>
    public static PolicyRule Default { get; } = new("trails", new TrailsRequirement()) { Severity = RuleSeverity.Warning, IsDefault = true };

    /// <summary>What a violation is.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Error;

    /// <summary>Where it holds.</summary>
    public RuleScope Scope { get; init; } = RuleScope.Everywhere;

    /// <summary>When it holds.</summary>
    public RuleCondition When { get; init; } = RuleCondition.Default;

    /// <summary>Tag, commit or date: work up to it is warned about and never fails. Null for none.</summary>
    public string? NewOnly { get; init; }

    /// <summary>Whether missing evidence fails; else it is warned about.</summary>
    public bool FailsOnUnknown { get; init; }

    /// <summary>Line of the policy file, 1-based; 0 when it stands in none.</summary>
    public int Line { get; init; }

    /// <summary>Column of the policy file, 1-based; 0 when it stands in none.</summary>
    public int Column { get; init; }

    /// <summary>True for the rule that holds when the policy names neither preset nor rule: then the host says how severe it is.</summary>
    public bool IsDefault { get; init; }

    /// <summary>False for a rule that is switched off.</summary>
    public bool IsJudged => Severity != RuleSeverity.Off;

    /// <summary>Whether it has to know which files a commit changed.</summary>
    public bool AsksForChanges => Require.Subject == RuleSubject.Commit && (Scope.HasPaths || When.AddedLines is not null);

    /// <summary>Baselines that the rule names.</summary>
    public IEnumerable<string> Baselines => new[] { Scope.Since, NewOnly }.OfType<string>();
}

/// <summary>What a rule judges one by one.</summary>
internal enum RuleSubject
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

/// <summary>What a violated rule is.</summary>
internal enum RuleSeverity
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
