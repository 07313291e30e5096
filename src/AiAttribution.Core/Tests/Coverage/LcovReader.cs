using System.Globalization;
using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Reads lcov's tracefile (<c>geninfo(1)</c>): <c>SF</c>, <c>DA</c>, <c>BRDA</c>, <c>end_of_record</c>.</summary>
internal static class LcovReader
{
    /// <summary>Reads one report.</summary>
    /// <param name="text">The file's bytes.</param>
    /// <param name="fileTime">When the file was last written; the format has no time of its own.</param>
    public static CoverageReading Read(Stream text, DateTimeOffset fileTime)
    {
        var files = new MeasuredFiles();
        MeasuredLines? lines = null;
        using var reader = new StreamReader(text, Encoding.UTF8);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("SF:", StringComparison.Ordinal))
                lines = files.LinesOf(null, line[3..].Trim());
            else if (line.StartsWith("end_of_record", StringComparison.Ordinal))
                lines = null;
            else if (lines is not null)
                AddRecord(lines, line);
        }

        return lines is null
            ? new CoverageReading(new CoverageReport(fileTime, [], files.Build()), null)
            : new CoverageReading(null, new InputProblem(number, 1, "The lcov file ends within a record: 'end_of_record' is missing. Run the tests again with coverage."));
    }

    private static void AddRecord(MeasuredLines lines, string record)
    {
        string[] fields = record[(record.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',');
        if (record.StartsWith("DA:", StringComparison.Ordinal) && fields.Length >= 2)
            lines.Add(Number(fields[0]), Number(fields[1]));
        else if (record.StartsWith("BRDA:", StringComparison.Ordinal) && fields.Length >= 4)
            lines.AddBranch(Number(fields[0]), Number(fields[3]) > 0);
    }

    /// <summary>A count of <c>-</c> says that the line was never reached.</summary>
    private static int Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : field.Length > 9 && field.All(char.IsAsciiDigit) ? int.MaxValue : 0;
}
