using System.Globalization;

namespace AiAttribution.Core.Outcomes;

/// <summary>Days of normalised deployments: UTC days counted from Monday 1970-01-05, so that a week is seven of them and an ISO week.</summary>
internal static class OutcomeDay
{
    /// <summary>Days of a week.</summary>
    public const int PerWeek = 7;

    private static readonly DateTimeOffset First = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The day of a time.</summary>
    public static int Of(DateTimeOffset time) => (int)Math.Floor((time - First).TotalDays);

    /// <summary>The week of a day.</summary>
    public static int Week(int day) => (int)Math.Floor((double)day / PerWeek);

    /// <summary>First day of a week.</summary>
    public static int StartOf(int week) => week * PerWeek;

    /// <summary>The Monday of a week, as <c>2026-10-05</c>.</summary>
    public static string Monday(int week) => Date(StartOf(week));

    /// <summary>A day, as <c>2026-10-05</c>.</summary>
    public static string Date(int day) => First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
