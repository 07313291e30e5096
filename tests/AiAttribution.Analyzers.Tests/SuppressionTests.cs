using System.Collections.Immutable;
using AiAttribution.Analyzers.Tests.Fixtures;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests;

/// <summary>Severity and suppression are the user's, by the compiler's own means.</summary>
public class SuppressionTests
{
    private const string Calc =
        """
          |public class Calc
          |{
          |#pragma warning disable CS9999
        0-|    public int [|One|](int a)
        0-|    {
        0-|        a++;
        0-|        a *= 2;
        0-|        a--;
        0-|        return a;
        0-|    }
          |}
        """;

    private static readonly string Silent = Calc.Replace("[|", "").Replace("|]", "");

    [Fact]
    public Task Pragma_suppresses() => new Scenario(Silent.Replace("CS9999", "AIA1001")).VerifyAsync(null);

    [Fact]
    public Task SuppressMessage_suppresses() =>
        new Scenario(Silent.Replace("#pragma warning disable CS9999", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\")]"))
            .VerifyAsync(null);

    [Fact]
    public Task SuppressMessage_on_the_type_suppresses() =>
        new Scenario(Silent.Replace("public class Calc", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\")] public class Calc"))
            .VerifyAsync(null);

    [Fact]
    public Task NoWarn_suppresses() => new Scenario(Silent)
    {
        Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("AIA1001", ReportDiagnostic.Suppress),
    }.VerifyAsync(null);

    [Fact]
    public async Task WarningsAsErrors_makes_an_error()
    {
        Scenario scenario = new(Calc) { Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("AIA1001", ReportDiagnostic.Error) };

        Assert.Equal(DiagnosticSeverity.Error, (await scenario.SingleAsync()).Severity);
    }

    [Fact]
    public async Task TreatWarningsAsErrors_makes_an_error()
    {
        Scenario scenario = new(Calc) { Warnings = ReportDiagnostic.Error };

        Assert.Equal(DiagnosticSeverity.Error, (await scenario.SingleAsync()).Severity);
    }

    [Fact]
    public async Task WarningsNotAsErrors_keeps_the_warning()
    {
        Scenario scenario = new(Calc)
        {
            Warnings = ReportDiagnostic.Error,
            Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("AIA1001", ReportDiagnostic.Default),
        };

        Assert.Equal(DiagnosticSeverity.Warning, (await scenario.SingleAsync()).Severity);
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.AIA1001.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.cs]\ndotnet_diagnostic.AIA1001.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("[Other.cs]\ndotnet_diagnostic.AIA1001.severity = error", DiagnosticSeverity.Warning)]
    [InlineData("is_global = true\ndotnet_diagnostic.AIA1001.severity = error", DiagnosticSeverity.Error)]
    public async Task Config_file_sets_the_severity(string config, DiagnosticSeverity severity)
    {
        Scenario scenario = new(Calc) { Configs = [Scenario.Project, config] };

        Assert.Equal(severity, (await scenario.SingleAsync()).Severity);
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.AIA1001.severity = none")]
    [InlineData("[*.cs]\ngenerated_code = true")]
    public Task Config_file_can_turn_it_off(string config) =>
        new Scenario(Silent) { Configs = [Scenario.Project, config] }.VerifyAsync(null);
}
