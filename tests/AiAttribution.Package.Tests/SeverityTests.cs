using System.Text.Json;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class SeverityTests
{
    [Fact]
    public void Editorconfig_pragma_attribute_and_NoWarn_reach_the_analyzer_in_a_build()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/Pragma.cs", "#pragma warning disable AIA1005\n" + MethodOf("Pragma"));
        sandbox.Write("App/Attributed.cs", MethodOf("Attributed").Replace("    public static int Disc", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1005\")]\n    public static int Disc"));
        sandbox.Write("App/Silenced.cs", MethodOf("Silenced"));
        sandbox.Write("App/Raised.cs", MethodOf("Raised"));
        sandbox.Repository.Commit("Add more of them" + PricesSource.AiTrailer);
        sandbox.Write(".editorconfig", """
            root = true
            [Silenced.cs]
            dotnet_diagnostic.AIA1005.severity = none
            [Raised.cs]
            dotnet_diagnostic.AIA1005.severity = error
            """);

        Assert.Equal(["Prices.cs warning", "Raised.cs error"], sandbox.Build().Failed().Own.Select(d => $"{d.File} {d.Level}").Order());
        File.Delete(sandbox.PathOf(".editorconfig"));
        Assert.Equal(["Prices.cs warning", "Raised.cs warning", "Silenced.cs warning"], sandbox.Build().Succeeded().Own.Select(d => $"{d.File} {d.Level}").Order());
        Assert.Empty(sandbox.Build("--no-incremental", "-p:NoWarn=AIA1005").Succeeded().Own);
    }

    [Fact]
    public void Report_is_there_although_the_compile_failed()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        BuildResult build = sandbox.Build("-p:WarningsAsErrors=AIA1005").Failed();

        Assert.Equal("error", Assert.Single(build.Own).Level);
        Assert.Contains("Discounted", File.ReadAllText(sandbox.MarkdownReport));
    }

    [Theory]
    [InlineData("-p:TreatWarningsAsErrors=true")]
    [InlineData("-p:MSBuildTreatWarningsAsErrors=true")]
    [InlineData("-warnaserror")]
    public void Switch_that_names_no_id_leaves_our_warnings_what_they_are(string option)
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        Assert.Equal("warning", Assert.Single(sandbox.Build(option).Succeeded().Own).Level);
    }

    [Fact]
    public void Who_asks_for_errors_gets_them_by_property_or_editorconfig()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        Assert.Equal("error", Assert.Single(sandbox.Build("-p:TreatWarningsAsErrors=true", "-p:AiAttributionWarningsAsErrors=true").Failed().Own).Level);
        sandbox.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AIA1005.severity = error\n");
        Assert.Equal("error", Assert.Single(sandbox.Build("-p:TreatWarningsAsErrors=true").Failed().Own).Level);
    }

    [Fact]
    public void Cut_clone_builds_when_all_warnings_are_errors()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        string clone = sandbox.PathOf("App/obj/clone");
        sandbox.Repository.Git("clone", "-q", "--depth", "1", "file://" + sandbox.Repository.Root, clone);
        File.Delete(Path.Combine(clone, Sandbox.Severities));

        BuildResult build = Sandbox.At(clone).Build("-warnaserror").Succeeded();

        Assert.Contains(build.Own, d => d is { Code: "AIA9007", Level: "warning" });
    }

    [Fact]
    public void Formatter_finds_nothing_of_ours_after_a_build()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/Prices.cs", File.ReadAllText(sandbox.PathOf(sandbox.Prices)).ReplaceLineEndings("\n").TrimEnd() + "\n");
        Assert.Single(sandbox.Build().Succeeded().Own);

        sandbox.Format("analyzers", "--severity", "info").Succeeded();
    }

    [Fact]
    public void Preset_of_the_package_decides_over_the_severity()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        File.Delete(sandbox.PathOf(Sandbox.Severities));
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

    [Fact]
    public void Error_log_has_the_result_with_its_help_page()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:ErrorLog=out.sarif%2Cversion=2.1").Succeeded();

        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(sandbox.PathOf("App/out.sarif")));
        JsonElement run = log.RootElement.GetProperty("runs")[0];
        JsonElement result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "AIA1005");
        JsonElement region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((7, 23), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()));
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "AIA1005");
        Assert.EndsWith("/AIA1005.md", rule.GetProperty("helpUri").GetString());
    }

    private static string MethodOf(string type) => PricesSource.WithMethod.Replace("class Prices", "class " + type);
}
