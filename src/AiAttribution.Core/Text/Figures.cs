using System.Globalization;

namespace AiAttribution.Core.Text;

/// <summary>Figures as people read them, the same on every machine.</summary>
internal static class Figures
{
    private const int MostPlaces = 12;

    /// <summary>Thousands apart, as in <c>12,345</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A noun with its number: <c>1 line</c>, <c>1,200 lines</c>.</summary>
    public static string Count(int number, string noun, string? plural = null) => $"{Number(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>A sum of money in US dollars: cents from a dollar on, below it four significant digits and at least as many places, so that small sums are told apart.</summary>
    public static string Dollars(decimal amount)
    {
        if (Math.Abs(amount) >= 1)
            return "$" + amount.ToString("N2", CultureInfo.InvariantCulture);
        int places = 4;
        for (decimal rest = Math.Abs(amount); rest is > 0 and < 0.1m && places < MostPlaces; rest *= 10)
            places++;
        return "$" + Math.Round(amount, places, MidpointRounding.AwayFromZero).ToString("0.0000########", CultureInfo.InvariantCulture);
    }

    /// <summary>A share in per cent with one digit, above 100 where it is more than all; never 0 or 100 for what is neither.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.0005 => "< 0.1 %",
        < 1 and >= 0.9995 => "> 99.9 %",
        > 1 and < 1.0005 => "> 100.0 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 1, MidpointRounding.AwayFromZero):0.0} %"),
    };

    /// <summary>Per cent with one digit; <c>n/a</c> of nothing, and never 0 or 100 for a part that is neither.</summary>
    public static string Percent(int part, int whole)
    {
        if (whole == 0)
            return "n/a";
        long tenths = ((2000L * part) + whole) / (2L * whole);
        if (part > 0 && tenths == 0)
            return "< 0.1 %";
        if (part < whole && tenths == 1000)
            return "> 99.9 %";
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} %");
    }

    /// <summary>A limit from 0 to 1 in per cent, as exact as it was written: <c>12.5 %</c>.</summary>
    public static string Limit(double share) => ((decimal)share * 100).ToString("0.##########", CultureInfo.InvariantCulture) + " %";

    /// <summary>A share from 0 to 1 for other programs, never 0 or 1 for a part that is neither.</summary>
    /// <param name="share">The share.</param>
    /// <param name="digits">Digits behind the point.</param>
    public static decimal Share(double share, int digits)
    {
        decimal least = new(1, 0, 0, false, (byte)digits);
        decimal rounded = Math.Round((decimal)share, digits);
        return share is > 0 and < 1 ? Math.Clamp(rounded, least, 1 - least) : rounded;
    }
}
