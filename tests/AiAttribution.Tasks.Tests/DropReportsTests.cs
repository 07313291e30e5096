using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests;

public sealed class DropReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DropReportsTests() => Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));

    private string Root => Path.Combine(_folder.Path, "obj/ai-attribution");

    private string Report => Path.Combine(Root, "App/Debug/AiAttribution.md");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_that_are_empty_then_go_up_to_the_one_for_all_projects()
    {
        Write(Report);

        Drop();

        Assert.False(Directory.Exists(Root));
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "obj")));
    }

    [Fact]
    public void What_is_not_ours_stays()
    {
        Write(Report);
        Write(Path.Combine(Root, "App/mine.txt"));

        Drop();

        Assert.False(File.Exists(Report));
        Assert.True(File.Exists(Path.Combine(Root, "App/mine.txt")));
    }

    [UnixFact]
    public void What_a_link_leads_to_stays()
    {
        using var outside = new TemporaryFolder();
        Write(Path.Combine(outside.Path, "App/Debug/AiAttribution.md"));
        Directory.CreateDirectory(Path.GetDirectoryName(Root)!);
        Directory.CreateSymbolicLink(Root, outside.Path);

        Drop();

        Assert.True(File.Exists(Path.Combine(outside.Path, "App/Debug/AiAttribution.md")));
    }

    private static void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }

    private void Drop()
    {
        var folder = new TaskItem(Path.GetDirectoryName(Report) + "/");
        folder.SetMetadata("Top", Root + "/");
        Assert.True(new DropReports { BuildEngine = new RecordingEngine(), Files = [new TaskItem(Report)], Folders = [folder] }.Execute());
    }
}
