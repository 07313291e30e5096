using System.Text;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class MalformedInputTests
{
    [Fact]
    public void Typing_error_in_the_policy_is_reported_at_its_place_with_the_nearest_key()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("ai-attribution.json", """
            {
              "heavy": { "shar": 0.9 }
            }
            """);

        BuildDiagnostic warning = Assert.Single(sandbox.Build().Succeeded().Of("AIA9009"));

        Assert.Equal(("ai-attribution.json", 2), (warning.File, warning.Line));
        Assert.Contains("share", warning.Message);
    }

    [Fact]
    public void Policy_decides_what_is_ai_heavy()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("ai-attribution.json", """{ "heavy": { "lines": 50 } }""");

        Assert.Empty(sandbox.Build().Succeeded().Own);
    }

    [Fact]
    public void Coverage_that_is_not_xml_is_named_and_left_out()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("TestResults/1/coverage.cobertura.xml", "this is { not } xml");

        BuildResult build = sandbox.Build().Succeeded();

        Assert.Equal(["AIA1005", "AIA9010"], build.Own.Select(d => d.Code).Order());
        Assert.Equal("coverage.cobertura.xml", build.Of("AIA9010").Single().File);
    }

    [Fact]
    public void Cut_off_note_is_named_and_other_evidence_counts()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Repository.Git("notes", "--ref=ai", "add", "-m", "App/Prices.cs\n  0123456789abc", "HEAD");

        BuildResult build = sandbox.Build().Succeeded();

        Assert.Contains(build.Own, d => d.Code == "AIA1005");
        Assert.Contains(build.Own, d => d.Code == "AIA9013");
    }

    [Fact]
    public void Latin_1_message_is_read()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        sandbox.CommitPrices(PricesSource.Plain, "Add prices");
        sandbox.Repository.Git("tag", "v1.0.0");
        sandbox.Write(sandbox.Prices, PricesSource.WithMethod);
        string file = sandbox.PathOf("../message-" + Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("Preise für Größen" + PricesSource.AiTrailer));
        sandbox.Repository.Git("add", "-A");
        sandbox.Repository.Git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-F", file);
        File.Delete(file);

        Assert.Equal("AIA1005", Assert.Single(sandbox.Build().Succeeded().Own).Code);
    }
}
