using AiAttribution.Analyzers.Tests.Fixtures;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests;

/// <summary>How the snapshot is found, and that anything wrong with it means silence.</summary>
public class SnapshotFileTests
{
    private const string Reported =
        """
        0-|public class Calc { public int [|One|](int a)
        0-|{
        0-|    a++;
        0-|    a *= 2;
        0-|    a--;
        0-|    return a;
        0-|} }
        """;

    private static readonly string Silent = Reported.Replace("[|", "").Replace("|]", "");

    [Fact]
    public Task Snapshot_is_known_by_its_file_name() => new Scenario(Reported).VerifyAsync("AIA1001");

    [Fact]
    public Task Snapshot_is_known_by_its_item_metadata() => new Scenario(Reported)
    {
        SnapshotPath = "/project/obj/lines.txt",
        Configs = [Scenario.Project + "[/project/obj/lines.txt]\nbuild_metadata.AdditionalFiles.AiAttributionSnapshot = true\n"],
    }.VerifyAsync("AIA1001");

    [Fact]
    public Task Other_additional_files_are_left_alone() => new Scenario(Silent) { SnapshotPath = "/project/readme.txt" }.VerifyAsync(null);

    [Fact]
    public Task Empty_file_of_a_fresh_clone_says_that_nothing_is_known() => new Scenario(Silent.Replace("public class", "[|public|] class")) { Damage = _ => "" }.VerifyAsync("AIA9020");

    [Fact]
    public Task Nothing_known_is_not_said_at_what_a_build_wrote() => new Scenario(Silent) { Damage = _ => "", FilePath = "/project/obj/Debug/Made.cs" }.VerifyAsync(null);

    [Fact]
    public async Task Nothing_known_is_an_information_that_names_what_makes_it_known()
    {
        Diagnostic told = await new Scenario(Silent) { Damage = _ => "" }.SingleAsync();

        Assert.Equal(DiagnosticSeverity.Info, told.Severity);
        Assert.Contains("'dotnet build', or 'ai-attribution snapshot'", told.GetMessage());
    }

    [Fact]
    public Task Truncated_snapshot_means_silence() => new Scenario(Silent) { Damage = text => text[..(text.Length / 2)] }.VerifyAsync(null);

    [Fact]
    public async Task Snapshot_of_another_version_means_silence()
    {
        await new Scenario(Silent) { Damage = text => text.Replace("snapshot 2", "snapshot 1") }.VerifyAsync(null);
        await new Scenario(Silent) { Damage = text => text.Replace("snapshot 2", "snapshot 3") }.VerifyAsync(null);
    }

    [Fact]
    public Task Binary_rubbish_means_silence() => new Scenario(Silent) { Damage = _ => "\0\uffff\n\n=%\u2028 a=b" }.VerifyAsync(null);

    [Fact]
    public async Task Unknown_project_directory_is_told_once_and_nothing_is_judged()
    {
        Diagnostic told = await new Scenario(Silent) { Configs = [] }.SingleAsync();

        Assert.Equal(("AIA9019", Location.None), (told.Id, told.Location));
        Assert.Contains("GenerateMSBuildEditorConfigFile", told.GetMessage());
    }

    [Fact]
    public Task Unknown_project_directory_of_a_project_without_data_means_silence() =>
        new Scenario(Silent) { Configs = [], Damage = _ => "" }.VerifyAsync(null);

    [Fact]
    public Task File_of_another_folder_with_the_same_name_is_silent() =>
        new Scenario(Silent) { FilePath = "/project/Other/Calc.cs" }.VerifyAsync(null);

    [Theory]
    [InlineData("Sub folder/Ä.cs", "/project/Sub folder/Ä.cs")]
    [InlineData("../Shared/Calc.cs", "/Shared/Calc.cs")]
    [InlineData("../Shared/Calc.cs", "/project/../Shared/./Calc.cs")]
    public Task Path_is_relative_to_the_project(string recorded, string path) =>
        new Scenario(Reported) { RecordedPath = recorded, FilePath = path }.VerifyAsync("AIA1001");

    [Theory]
    [InlineData("C:\\Source\\App\\", "Sub/Calc.cs", "C:\\source\\App\\Sub\\Calc.cs")]
    [InlineData("C:\\Source\\App\\", "../Lib/Calc.cs", "C:\\Source\\Lib\\Calc.cs")]
    public Task Windows_paths_are_compared_without_case(string directory, string recorded, string path) => new Scenario(Reported)
    {
        Configs = [$"is_global = true\nbuild_property.ProjectDir = {directory}\n"],
        RecordedPath = recorded,
        FilePath = path,
    }.VerifyAsync("AIA1001");

    [Fact]
    public Task Test_project_is_left_out() =>
        new Scenario(Silent) { Configs = [Scenario.Project + "build_property.IsTestProject = True\n"] }.VerifyAsync(null);
}
