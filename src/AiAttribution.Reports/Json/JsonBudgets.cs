using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Reports.Json;

/// <summary>Writes what releases and months used, and how far their budgets are spent.</summary>
internal static class JsonBudgets
{
    /// <summary>Writes the properties <c>periods</c> and <c>budgets</c>.</summary>
    /// <param name="json">Stands in an object.</param>
    /// <param name="report">The report.</param>
    public static void Write(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteList("periods", report.Periods, WritePeriod);
        json.WriteList("budgets", BudgetState.Of(report.Policy, report.Periods), WriteBudget);
    }

    private static void WritePeriod(Utf8JsonWriter json, BudgetPeriod period)
    {
        json.WriteStartObject();
        json.WriteString("span", BudgetWords.Of(period.Span));
        json.WriteString("name", period.Name);
        json.WriteBoolean("current", period.IsCurrent);
        json.WriteNumber("tokens", period.Spent.Usage.Total);
        json.WriteNumber("costComputed", period.Spent.Computed);
        json.WriteNumber("unpriced", period.Spent.Unpriced);
        json.WriteNumber("commits", period.Commits);
        json.WriteNumber("unrecordedCommits", period.Unrecorded);
        json.WriteNumber("tokensOnCode", period.OnCode.Usage.Total);
        json.WriteNumber("tokensSurviving", period.Surviving.Usage.Total);
        json.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter json, BudgetState budget)
    {
        json.WriteStartObject();
        json.WriteString("rule", budget.Rule);
        json.WriteString("period", budget.Period.Name);
        Write(json, "tokens", budget.Limit.Tokens);
        Write(json, "usd", budget.Limit.Usd);
        json.WriteBoolean("exceeded", budget.IsExceeded);
        json.WriteBoolean("complete", budget.IsComplete);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? limit)
    {
        if (limit is { } most)
            json.WriteNumber(name, most);
        else
            json.WriteNull(name);
    }
}
