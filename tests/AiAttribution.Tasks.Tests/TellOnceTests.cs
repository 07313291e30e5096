using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests;

public sealed class TellOnceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingEngine _outer = new();

    private string List => Path.Combine(_folder.Path, "App.AiAttribution.told");

    public void Dispose()
    {
        _outer.EndBuild();
        _folder.Dispose();
    }

    [Fact]
    public void Framework_that_is_built_with_all_others_is_told_of_by_the_first_until_the_build_ends()
    {
        Announce("A.cs");

        Assert.True(Ask());
        Assert.Equal("7 net10.0\nA.cs\n", File.ReadAllText(List));
        _outer.EndBuild();
        Assert.False(Ask());
    }

    [Fact]
    public void Framework_that_is_built_alone_tells_everything()
    {
        Assert.False(Ask());
        File.WriteAllText(List, "7 net10.0\nA.cs\n");
        Assert.False(Ask());
    }

    [Fact]
    public void List_that_was_changed_since_is_none_of_this_build()
    {
        Announce("A.cs");
        File.WriteAllText(List, "7 net10.0\nA.cs\nB.cs\n");

        Assert.False(Ask());
    }

    [Fact]
    public void Framework_with_other_options_tells_for_itself()
    {
        Announce("A.cs");

        Assert.False(Ask(options: "8"));
    }

    [Fact]
    public void Framework_that_announced_itself_tells()
    {
        Announce("A.cs");

        Assert.False(Ask(framework: "NET10.0"));
    }

    [Fact]
    public void Other_project_is_not_told_of()
    {
        Announce("A.cs");

        Assert.False(Ask(project: "/Other/App.csproj"));
    }

    [Fact]
    public void List_that_cannot_be_written_keeps_nothing_silent()
    {
        Directory.CreateDirectory(List);

        Announce("A.cs");

        Assert.False(Ask());
    }

    [Fact]
    public void List_that_is_a_link_is_not_read()
    {
        Announce("A.cs");
        string outside = Path.Combine(_folder.Path, "outside");
        File.Move(List, outside);
        File.CreateSymbolicLink(List, outside);

        Assert.False(Ask());
    }

    private void Announce(string file)
    {
        var item = new TaskItem(file);
        item.SetMetadata("Options", "7");
        Assert.True(new TellOnce { BuildEngine = _outer, ProjectFile = Project, ToldFile = List, Framework = "net10.0", Files = [item] }.Execute());
    }

    private bool Ask(string? project = null, string options = "7", string framework = "net8.0")
    {
        var task = new TellOnce { BuildEngine = new RecordingEngine(), ProjectFile = project ?? Project, ToldFile = List, Options = options, Framework = framework };
        Assert.True(task.Execute());
        return task.IsTold;
    }

    private string Project => Path.Combine(_folder.Path, "App.csproj");
}
