using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class PropertyTests
{
    [Fact]
    public void Since_takes_work_before_it_out_of_judgement_and_keeps_it_in_the_report()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Repository.Git("tag", "baseline");

        Assert.Empty(sandbox.Build("-p:AiAttributionSince=baseline").Succeeded().Own);
        Assert.Contains("\"ai\"", File.ReadAllText(sandbox.JsonReport));
        Assert.Equal("AIA1005", Assert.Single(sandbox.Build("-p:AiAttributionSince=v1.0.0").Succeeded().Own).Code);
    }

    [Fact]
    public void Coverage_item_replaces_the_search()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><AiAttributionCoverage Include="../measured/tests.xml" /></ItemGroup>
            </Project>
            """);
        sandbox.Write("measured/tests.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 1));

        Assert.Empty(sandbox.Build().Succeeded().Own);

        File.Delete(sandbox.PathOf("measured/tests.xml"));
        Assert.Equal(["AIA1005", "AIA9010"], sandbox.Build("--no-incremental").Succeeded().Own.Select(d => d.Code).Order());
    }

    [Fact]
    public void Verify_reports_what_the_table_accuses_also_when_nothing_is_compiled()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.MeasureNothing();
        sandbox.Build().Succeeded();

        BuildDiagnostic warning = Assert.Single(sandbox.Build("-p:AiAttributionVerify=warn").Succeeded().Of("AIA2001"));
        Assert.Equal(("Prices.cs", 7, 23, "warning"), (warning.File, warning.Line, warning.Column, warning.Level));
        Assert.Equal("error", Assert.Single(sandbox.Build("-p:AiAttributionVerify=error").Failed().Of("AIA2001")).Level);
        Assert.Contains("none, warn or error", sandbox.Build("-p:AiAttributionVerify=yes").Failed().Output);
    }
}
