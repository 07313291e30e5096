using System.Text.Json;
using AiAttribution.Package.Tests.Harness;

namespace AiAttribution.Package.Tests;

public class SeverityTests
{
    [Fact]
    public void Build_properties_decide_over_the_severity()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();

        Assert.Empty(sandbox.Build("--no-incremental", "-p:NoWarn=AIA1001").Succeeded().Own);
        Assert.Equal("error", Assert.Single(sandbox.Build("--no-incremental", "-p:WarningsAsErrors=AIA1001").Failed().Own).Level);
        Assert.Equal("error", Assert.Single(sandbox.Build("--no-incremental", "-p:TreatWarningsAsErrors=true").Failed().Own).Level);
        Assert.Equal("warning", Assert.Single(sandbox.Build("--no-incremental", "-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=AIA1001").Succeeded().Own).Level);
    }

    [Fact]
    public void Report_is_there_although_the_compile_failed()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:TreatWarningsAsErrors=true").Failed();

        Assert.Contains("Discounted", File.ReadAllText(sandbox.MarkdownReport));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("error", "error")]
    public void Editorconfig_decides_over_the_severity(string severity, string? level)
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.AIA1001.severity = {severity}\n");

        Assert.Equal(level, sandbox.Build().Own.SingleOrDefault()?.Level);
    }

    [Fact]
    public void Preset_of_the_package_decides_over_the_severity()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Update="AiAttribution" GeneratePathProperty="true" />
                <GlobalAnalyzerConfigFiles Include="$(PkgAiAttribution)/presets/errors.globalconfig" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal("error", Assert.Single(sandbox.Build().Failed().Own).Level);
    }

    [Theory]
    [InlineData("#pragma warning disable AIA1001\n", "")]
    [InlineData("", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\")]\n")]
    public void Suppression_in_source_is_obeyed(string atTop, string atMember)
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.CommitPrices(atTop + Sample.WithMethod.Replace("    public static int Disc", atMember + "    public static int Disc"), "Suppress");

        Assert.Empty(sandbox.Build().Succeeded().Own);
    }

    [Fact]
    public void Error_log_has_the_result_with_its_help_page()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:ErrorLog=out.sarif%2Cversion=2.1").Succeeded();

        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(sandbox.PathOf("App/out.sarif")));
        JsonElement run = log.RootElement.GetProperty("runs")[0];
        JsonElement result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "AIA1001");
        JsonElement region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((7, 23), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()));
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "AIA1001");
        Assert.EndsWith("/AIA1001.md", rule.GetProperty("helpUri").GetString());
    }
}
