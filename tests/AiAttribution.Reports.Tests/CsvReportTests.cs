using AiAttribution.Core.Tests.Fixtures;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class CsvReportTests
{
    [Fact]
    public Task Report_with_something_in_every_place() => Verify(CsvReport.Write(ReportBuilder.Create()), "csv");

    [Fact]
    public void Hostile_name_stays_one_cell_that_no_sheet_runs()
    {
        string[] rows = CsvReport.Write(HostileReport.Create()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, rows.Length);
        Assert.StartsWith("\"'=1+1,\"\"a\"\"\\u000A]]", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_has_as_many_cells_as_the_head()
    {
        string[] rows = CsvReport.Write(HostileReport.Create()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(rows, row => Assert.Equal(15, Cells(row)));
    }

    [Theory]
    [InlineData("src/a;=1+1;b/E.cs", "\"src/a;=1+1;b/E.cs\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=1;\"", "\"'=1;\"\"\"")]
    [InlineData("src/A.cs", "src/A.cs")]
    public void Cell_that_any_sheet_would_split_is_quoted(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    private static int Cells(string row)
    {
        bool quoted = false;
        int cells = 1;
        foreach (char c in row)
        {
            quoted ^= c == '"';
            cells += c == ',' && !quoted ? 1 : 0;
        }

        return cells;
    }
}
