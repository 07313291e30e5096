using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

/// <summary>Code that a repository marks as generated: lines count, members are left out of report, rules and the compiler's snapshot.</summary>
public class GeneratedMarkTests
{
    private const string Path = "src/Api/A.cs";

    [Theory]
    [InlineData(".editorconfig", "[src/Api/**.cs]\ngenerated_code = true\n")]
    [InlineData("src/.editorconfig", "[Api/*.cs]\ngenerated_code = true\n")]
    [InlineData("src/Api/.editorconfig", "[*.cs]\ngenerated_code = true\n")]
    [InlineData(".gitattributes", "*.cs linguist-generated\n")]
    [InlineData("src/Api/.gitattributes", "* linguist-generated=true\n")]
    public void Marked_file_has_lines_and_no_members(string file, string text)
    {
        CollectedProject project = Collect((file, text));

        Assert.Equal(6, project.Report.Lines.Ai);
        Assert.Empty(project.Report.Members);
        Assert.Empty(project.Snapshot.Files);
        Assert.All(Assert.Single(project.Files).Ai, line => Assert.Equal(LeftOut.Generated, line.LeftOut));
    }

    [Theory]
    [InlineData(".editorconfig", "[src/Web/**.cs]\ngenerated_code = true\n")]
    [InlineData(".editorconfig", "[*.cs]\ngenerated_code = false\n")]
    [InlineData(".gitattributes", "*.cs linguist-generated\nsrc/Api/* -linguist-generated\n")]
    [InlineData(".gitattributes", "*.cs linguist-generated=false\n")]
    public void File_that_is_not_marked_has_members(string file, string text)
    {
        CollectedProject project = Collect((file, text));

        Assert.Single(project.Report.Members);
        Assert.Single(project.Snapshot.Files);
    }

    [Fact]
    public void Nearer_files_decide_and_root_ends_the_search()
    {
        const string marks = "[*.cs]\ngenerated_code = true\n";

        Assert.Single(Collect((".editorconfig", marks), ("src/.editorconfig", "[*.cs]\ngenerated_code = false\n")).Report.Members);
        Assert.Single(Collect((".editorconfig", marks), ("src/.editorconfig", "root = true\n")).Report.Members);
        Assert.Empty(Collect((".editorconfig", marks), ("src/.editorconfig", "[*.txt]\ngenerated_code = false\n")).Report.Members);
        Assert.Single(Collect((".gitattributes", "*.cs linguist-generated\n"), ("src/Api/.gitattributes", "*.cs -linguist-generated\n")).Report.Members);
    }

    private static CollectedProject Collect(params (string Path, string Text)[] files)
    {
        using TestRepository repository = AgentRepository.AgentWrote(Path);
        foreach ((string path, string text) in files)
            repository.Write(path, text);
        repository.Commit("Mark");
        return AgentRepository.Collect(repository, AgentRepository.Input(repository) with { TellsLeftOut = true });
    }
}
