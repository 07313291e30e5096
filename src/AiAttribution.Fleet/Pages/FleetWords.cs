using System.Globalization;

namespace AiAttribution.Fleet.Pages;

/// <summary>Figures of a fleet in words, the same on all pages. Both bounds are told, or one number where they are the same.</summary>
internal static class FleetWords
{
    /// <summary>What stands where nothing is known.</summary>
    public const string NotKnown = "not known";

    /// <summary>What stands where too few builders are behind a figure.</summary>
    public const string Withheld = "not told: few builders";

    /// <summary>Both bounds.</summary>
    public static string Range(decimal low, decimal high) => One(low) == One(high) ? One(low) : $"{One(low)} to {One(high)}";

    /// <summary>Lasting change.</summary>
    public static string Nd(Change? change) => change is null ? NotKnown : Range(change.Low, change.High);

    /// <summary>The AI part: from what is known to be AI to what may be.</summary>
    public static string Ai(Change? change) => change is null ? NotKnown : Range(change.Ai, change.Ai + change.Unknown);

    /// <summary>The part that a passing test ran: from what is known to what nobody measured.</summary>
    public static string Tested(Change? change) => change is not { Measured: > 0 } ? NotKnown : Range(change.TestedLow, change.TestedHigh);

    /// <summary>Spending; a lower bound where records or prices are missing.</summary>
    public static string Spent(Spending? spending) => spending is null || spending.IsUnknown ? NotKnown
        : (spending.IsLowerBound ? "at least " : "") + Core.Text.Figures.Dollars(spending.Usd);

    /// <summary>Cost of one normalised deployment: spending by the higher bound, and by the lower.</summary>
    public static string PerNd(Spending? spending, Change? change)
    {
        if (spending is null || spending.IsUnknown || change is null || change.High == 0)
            return NotKnown;
        string least = Core.Text.Figures.Dollars(spending.Usd / change.High);
        string most = change.Low == 0 ? "open" : Core.Text.Figures.Dollars(spending.Usd / change.Low);
        return (spending.IsLowerBound ? "at least " : "") + (least == most ? least : $"{least} to {most}");
    }

    /// <summary>The tested share of executable AI lines; bounds where not all were measured.</summary>
    public static string Tested(TestedLines? lines)
    {
        if (lines is null || lines.Tested + lines.Untested == 0)
            return NotKnown;
        decimal all = lines.Tested + lines.Untested + lines.Unmeasured;
        string low = Percent(lines.Tested / all);
        string high = Percent((lines.Tested + lines.Unmeasured) / all);
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>A share of a number.</summary>
    public static string Share(decimal part, decimal whole) => whole == 0 ? NotKnown : Percent(part / whole);

    /// <summary>A month as people read it, such as <c>October 2026</c>.</summary>
    public static string Month(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => Core.Text.Figures.Percent((double)share);

    private static string One(decimal number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
