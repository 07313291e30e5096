namespace AiAttribution.Core.Policy.Rules;

/// <summary>Words for budgets and periods.</summary>
public static class BudgetWords
{
    /// <summary><c>commit</c>, <c>release</c> or <c>month</c>.</summary>
    public static string Of(BudgetSpan span) => span switch
    {
        BudgetSpan.Commit => "commit",
        BudgetSpan.Release => "release",
        _ => "month",
    };

    /// <summary>A period within a sentence.</summary>
    public static string Of(BudgetPeriod period) => period.Span == BudgetSpan.Release ? $"the release ({period.Name})" : period.Name;

    /// <summary>What is unknown of a period, and what mends it.</summary>
    public static string Unrecorded(BudgetPeriod period) =>
        $"{period.Unrecorded} AI {(period.Unrecorded == 1 ? "commit has" : "commits have")} no full session record: git fetch origin '+refs/notes/*:refs/notes/*', or 'ai-attribution capture' where they were made";
}
