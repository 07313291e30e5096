namespace AiAttribution.Core.Policy.Rules;

/// <summary>What a budget is for.</summary>
public enum BudgetSpan
{
    /// <summary>One commit.</summary>
    Commit,

    /// <summary>The commits since the release before, or those of the range that is judged.</summary>
    Release,

    /// <summary>A calendar month (UTC) of committer times.</summary>
    Month,
}
