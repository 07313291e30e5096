using System.Globalization;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>When a report was measured.</summary>
internal static class ReportTime
{
    /// <summary>Seconds of the year 5138: no report in seconds is above, every report in milliseconds since 1973 is.</summary>
    private const long LargestSeconds = 99_999_999_999;

    private static readonly TimeSpan Odd = TimeSpan.FromDays(1);

    /// <summary>The older of the report's own time (Unix time in seconds; in milliseconds from Java tools) and the file's, because a copied file looks younger than it is. One that says it was measured a day or more after it was written keeps what it says: whoever knows today's date can refuse it.</summary>
    public static DateTimeOffset Of(string? timestamp, DateTimeOffset fileTime)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long unix) || unix == 0 || unix > LargestSeconds * 1000)
            return fileTime;
        DateTimeOffset measured = unix > LargestSeconds ? DateTimeOffset.FromUnixTimeMilliseconds(unix) : DateTimeOffset.FromUnixTimeSeconds(unix);
        return measured < fileTime || measured - fileTime > Odd ? measured : fileTime;
    }
}
