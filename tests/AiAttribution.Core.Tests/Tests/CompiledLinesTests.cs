using System.Text;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Tests;

/// <summary>Files that no report measured. Symbols make lines 1 and 3 of the compiled text executable.</summary>
public sealed class CompiledLinesTests
{
    private const string Built = "a();\n// b\nc();\n";

    [Fact]
    public void Symbols_of_this_text_tell_which_lines_are_executable() => Assert.Equal(
        [LineCoverage.Unmeasured, LineCoverage.NotExecutable, LineCoverage.Unmeasured],
        Complete(Built).Lines(3));

    [Fact]
    public void Lines_that_changed_since_the_build_are_unknown_and_the_others_move() => Assert.Equal(
        [LineCoverage.Unknown, LineCoverage.Unmeasured, LineCoverage.NotExecutable, LineCoverage.Unmeasured],
        Complete("new();\n" + Built, Built).Lines(4));

    [Fact]
    public void Symbols_of_another_text_tell_nothing() =>
        Assert.All(Complete("x();\ny();\n").Lines(2), l => Assert.Equal(LineCoverage.Unknown, l));

    [Fact]
    public void What_a_report_measured_stays()
    {
        var measured = new FileCoverage("src/A.cs", FileMeasurement.Measured, new Dictionary<int, LineCoverage> { [1] = LineCoverage.Executed });

        Assert.Same(measured, CompiledLines.Complete(measured, Texts(Built)));
    }

    private static FileCoverage Complete(string now, params string[] history) =>
        CompiledLines.Complete(FileCoverage.Unmeasured("src/A.cs"), Texts(now, history));

    private static FakeTexts Texts(string now, params string[] history) => new()
    {
        Now = now,
        History = history,
        Compiled = [(new SymbolDocument("/_/src/A.cs", Checksum(Built), new HashSet<int> { 1, 3 }), DateTimeOffset.UnixEpoch)],
    };

    private static SourceChecksum? Checksum(string text) => SourceChecksum.Parse("SHA256", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
