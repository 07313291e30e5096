using System.Globalization;
using System.Text.RegularExpressions;
using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>What must hold within an envelope: figures that contradict each other were not measured.</summary>
internal static partial class EnvelopeCheck
{
    /// <summary>Three parts are each rounded to three digits.</summary>
    private const decimal Tolerance = 0.002m;

    /// <exception cref="EnvelopeException">The head contradicts itself.</exception>
    public static EnvelopeRow Head(EnvelopeRow head)
    {
        Demand(FleetName.Is((string)head["repository"]!), "'repository' is no host and path in lower case");
        Demand(Commit().IsMatch((string)head["commit"]!), "'commit' is no full id");
        Demand((string)head["scope"]! == "project" == head["project"] is not null, "a project has a name, a repository has none");
        Demand(head["evidence"] is not decimal evidence || evidence <= 1, "'evidence' is more than all");
        Demand((long)head["attempt"]! >= 1, "'attempt' counts from 1");
        Demand(string.CompareOrdinal((string)head["known"]!, (string)head["time"]!) >= 0, "'known' lies before 'time'");
        return head;
    }

    /// <exception cref="EnvelopeException">The row contradicts itself or the head.</exception>
    public static EnvelopeRow Row(EnvelopeRow row, EnvelopeRow head, int line)
    {
        Demand(row.Table.IsOfProjects || (string)head["scope"]! == "repository", $"line {line}: a project tells no {row.Table.Name}");
        if (row.Table == EnvelopeTables.Outcome)
            Demand(IsOutcome(row), $"line {line}: these figures of a week do not fit together");
        else if (row.Table == EnvelopeTables.Survival)
            Demand(IsSurvival(row), $"line {line}: more lines are gone or young than landed");
        return row;
    }

    private static bool IsOutcome(EnvelopeRow row)
    {
        (decimal low, decimal high) = ((decimal)row["low"]!, (decimal)row["high"]!);
        decimal parts = (decimal)row["ai"]! + (decimal)row["other"]! + (decimal)row["unknown"]!;
        decimal testedLow = (decimal?)row["tested_low"] ?? 0;
        decimal testedHigh = (decimal?)row["tested_high"] ?? testedLow;
        return low <= high + Tolerance && Math.Abs(parts - low) <= Tolerance && testedLow <= testedHigh && testedHigh <= high + Tolerance
            && DateOnly.ParseExact((string)row["week"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfWeek == DayOfWeek.Monday;
    }

    private static bool IsSurvival(EnvelopeRow row)
    {
        (Int128 landed, Int128 dead) = ((long)row["landed"]!, (long)row["dead"]!);
        return dead + (long)row["young"]! <= landed && (long)row["early"]! <= dead;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new EnvelopeException(otherwise);
    }

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
