using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks.Tests;

public class RepositoryStateTests
{
    [Fact]
    public void Repository_without_tags_and_coverage_is_told_once_that_there_is_nothing_to_judge_by()
    {
        using PricesProject project = PricesProject.WithAiMethod();
        project.Repository.Git("tag", "-d", "v1.0.0");

        TaskRun build = project.Build();

        BuildWarningEventArgs warning = Assert.Single(build.Warnings, w => w.Code == "AIA9008");
        Assert.Contains("dotnet test --collect", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repository_without_ai_says_nothing()
    {
        using PricesProject project = PricesProject.Empty();
        project.Repository.Write(PricesProject.Source, PricesSource.WithMethod).Commit("Add prices");

        TaskRun build = project.Build();

        Assert.Empty(build.Codes);
        Assert.Empty(build.Accused);
        Assert.DoesNotContain(build.Engine.Messages, message => message.Code?.StartsWith("AIA", StringComparison.Ordinal) == true && message.Importance == MessageImportance.High);
    }

    [Fact]
    public void Shallow_clone_accuses_no_line_of_unknown_origin()
    {
        using PricesProject origin = PricesProject.WithAiMethod();
        using var folder = new TemporaryFolder();
        using PricesProject clone = Clone(origin, folder, "--depth", "1");

        TaskRun build = clone.Build();

        BuildWarningEventArgs warning = Assert.Single(build.Warnings);
        Assert.Equal("AIA9007", warning.Code);
        Assert.Contains("git fetch --unshallow", warning.Message);
        Assert.Empty(build.Accused);

        clone.Repository.Git("fetch", "-q", "--unshallow", "--tags", "--no-auto-maintenance");
        Assert.Equal(["AIA1005 7"], clone.Build().Accused);
    }

    [Fact]
    public void Partial_clone_tells_what_is_missing_until_it_is_mended_as_the_message_says()
    {
        using PricesProject origin = PricesProject.WithAiMethod();
        origin.Repository.Git("config", "uploadpack.allowFilter", "true");
        using var folder = new TemporaryFolder();
        using PricesProject clone = Clone(origin, folder, "--filter=blob:none");

        BuildWarningEventArgs warning = Assert.Single(clone.Build().Warnings);
        Assert.Equal("AIA9004", warning.Code);
        Assert.Contains("git fetch --refetch --no-filter", warning.Message);

        clone.Repository.Git("fetch", "-q", "--refetch", "--no-filter", "--no-auto-maintenance");
        TaskRun mended = clone.Build();
        Assert.Empty(mended.Codes);
        Assert.Equal(["AIA1005 7"], mended.Accused);
    }

    private static PricesProject Clone(PricesProject origin, TemporaryFolder folder, params string[] options)
    {
        GitProcess.Run(folder.Path, ["clone", "-q", .. options, "file://" + origin.Repository.Root, "clone"]);
        return new PricesProject(new TestRepository(Path.Combine(folder.Path, "clone")));
    }
}
