using System.Globalization;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>Times, days and months as envelopes write them. They sort as text.</summary>
internal static class CellTimes
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string DayForm = "yyyy-MM-dd";
    private const string MonthForm = "yyyy-MM";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string Month(DateTimeOffset time) => time.UtcDateTime.ToString(MonthForm, CultureInfo.InvariantCulture);

    /// <summary>The month of a week: that of its Thursday.</summary>
    /// <param name="monday">The Monday, as <c>2026-10-05</c>.</param>
    public static string MonthOfWeek(string monday) => DateOnly.ParseExact(monday, DayForm, CultureInfo.InvariantCulture).AddDays(3).ToString(MonthForm, CultureInfo.InvariantCulture);

    /// <summary>The time; null for any other text.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    /// <summary>Whether a text is a day.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a text is a month.</summary>
    public static bool IsMonth(string text) => DateOnly.TryParseExact(text + "-01", DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
