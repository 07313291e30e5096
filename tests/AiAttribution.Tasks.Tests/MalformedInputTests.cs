using System.Text;
using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks.Tests;

public class MalformedInputTests
{
    [Fact]
    public void Typing_error_in_the_policy_is_reported_at_its_place_with_the_nearest_key()
    {
        using PricesProject project = PricesProject.WithAiMethod();
        project.Repository.Write("ai-attribution.json", """
            {
              "heavy": { "shar": 0.9 }
            }
            """);

        BuildWarningEventArgs warning = Assert.Single(project.Build().Warnings, w => w.Code == "AIA9009");

        Assert.Equal((project.PathOf("ai-attribution.json"), 2), (warning.File, warning.LineNumber));
        Assert.Contains("share", warning.Message);
    }

    [Fact]
    public void Policy_decides_what_is_ai_heavy()
    {
        using PricesProject project = PricesProject.WithAiMethod();
        Assert.Equal(["AIA1005 7"], project.Build().Accused);

        project.Repository.Write("ai-attribution.json", """{ "heavy": { "lines": 50 } }""");

        TaskRun build = project.Build();
        Assert.Empty(build.Accused);
        Assert.Empty(build.Codes);
    }

    [Fact]
    public void Coverage_that_is_not_xml_is_named_and_left_out()
    {
        using PricesProject project = PricesProject.WithAiMethod();
        project.Repository.Write("TestResults/1/coverage.cobertura.xml", "this is { not } xml");

        TaskRun build = project.Build();

        BuildWarningEventArgs warning = Assert.Single(build.Warnings);
        Assert.Equal(("AIA9010", project.PathOf("TestResults/1/coverage.cobertura.xml")), (warning.Code, warning.File));
        Assert.Equal(["AIA1005 7"], build.Accused);
    }

    [Fact]
    public void Cut_off_note_is_named_and_other_evidence_counts()
    {
        using PricesProject project = PricesProject.WithAiMethod();
        project.Repository.Git("notes", "--ref=ai", "add", "-m", "App/Prices.cs\n  0123456789abc", "HEAD");

        TaskRun build = project.Build();

        Assert.Equal(["AIA9013"], build.Codes.Distinct());
        Assert.Equal(["AIA1005 7"], build.Accused);
    }

    [Fact]
    public void Latin_1_message_is_read()
    {
        using PricesProject project = PricesProject.Empty();
        project.Repository.Write(PricesProject.Source, PricesSource.Plain).Commit("Add prices");
        project.Repository.Git("tag", "v1.0.0");
        project.Repository.Write(PricesProject.Source, PricesSource.WithMethod);
        project.Repository.Write("App/obj/message", Encoding.Latin1.GetBytes("Preise für Größen" + PricesSource.AiTrailer));
        project.Repository.Git("add", "-A");
        project.Repository.Git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-F", "App/obj/message");

        TaskRun build = project.Build();

        Assert.Empty(build.Codes);
        Assert.Equal(["AIA1005 7"], build.Accused);
    }

    [Fact]
    public void Since_that_names_nothing_is_reported()
    {
        using PricesProject project = PricesProject.WithAiMethod();

        TaskRun build = project.Build(since: "no-such-tag");

        BuildWarningEventArgs warning = Assert.Single(build.Warnings);
        Assert.Equal("AIA9011", warning.Code);
        Assert.Contains("no-such-tag", warning.Message);
        Assert.Empty(build.Accused);
    }
}
