using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests;

/// <summary>What stands where a build keeps its own data fails no build, hangs none, and leads it nowhere.</summary>
public sealed class PrepareDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _outside = new();
    private readonly RecordingEngine _engine = new();

    public PrepareDataTests() => Directory.CreateDirectory(Intermediate);

    private string Intermediate => Path.Combine(_folder.Path, "obj/Debug");

    private string Data => Path.Combine(Intermediate, "ai-attribution/App");

    private string Snapshot => Path.Combine(Data, "AiAttribution.snapshot");

    private string Until => Path.Combine(Data, "AiAttribution.until.cache");

    private string Watch => Path.Combine(Data, "AiAttribution.watch.cache");

    private string Hash => Path.Combine(Data, "AiAttribution.inputs.cache");

    public void Dispose()
    {
        _engine.EndBuild();
        _folder.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void Folder_is_made_and_nothing_is_told()
    {
        PrepareData task = Run();

        Assert.Equal("", task.Cause);
        Assert.Empty(_engine.Warnings);
        Assert.True(Directory.Exists(Data));
    }

    [UnixTheory]
    [InlineData("ai-attribution")]
    [InlineData("ai-attribution/App")]
    public void Link_on_the_way_is_told_and_nothing_is_written_through_it(string link)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Intermediate, link))!);
        Directory.CreateSymbolicLink(Path.Combine(Intermediate, link), _outside.Path);

        AssertTold(Run(), $"'obj/Debug/{link}' is a link");
        Assert.Empty(Directory.GetFileSystemEntries(_outside.Path));
    }

    [Theory]
    [InlineData("ai-attribution")]
    [InlineData("ai-attribution/App")]
    public void File_in_place_of_a_folder_is_told_and_stays(string file)
    {
        string path = Path.Combine(Intermediate, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "mine");

        AssertTold(Run(), $"'obj/Debug/{file}' is a file");
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("AiAttribution.snapshot")]
    [InlineData("AiAttribution.until.cache")]
    [InlineData("AiAttribution.inputs.cache")]
    public void Folder_in_place_of_a_file_is_told(string file)
    {
        Directory.CreateDirectory(Path.Combine(Data, file, "mine"));

        AssertTold(Run(), $"'obj/Debug/ai-attribution/App/{file}' is a folder");
    }

    [UnixTheory]
    [InlineData("AiAttribution.snapshot", "target")]
    [InlineData("AiAttribution.until.cache", "target")]
    [InlineData("AiAttribution.until.cache", "nowhere")]
    [InlineData("AiAttribution.watch.cache", "nowhere")]
    [InlineData("AiAttribution.inputs.cache", "target")]
    public void Link_in_place_of_a_file_is_replaced_and_not_followed(string file, string leadsTo)
    {
        string target = Path.Combine(_outside.Path, "target");
        File.WriteAllText(target, "secret");
        Directory.CreateDirectory(Data);
        File.CreateSymbolicLink(Path.Combine(Data, file), Path.Combine(_outside.Path, leadsTo));

        Assert.Equal("", Run().Cause);

        Assert.Null(new FileInfo(Path.Combine(Data, file)).LinkTarget);
        Assert.Equal("secret", File.ReadAllText(target));
    }

    [UnixFact]
    public void Link_to_a_device_is_not_read()
    {
        Directory.CreateDirectory(Data);
        File.CreateSymbolicLink(Watch, "/dev/zero");

        PrepareData task = Run();

        Assert.Equal(("", 0), (task.Cause, task.Watched.Length));
    }

    [UnixTheory]
    [InlineData("AiAttribution.snapshot")]
    [InlineData("AiAttribution.watch.cache")]
    [InlineData("AiAttribution.until.cache")]
    [InlineData("AiAttribution.inputs.cache")]
    public void Pipe_in_place_of_a_file_goes_before_anybody_waits_for_it(string file)
    {
        Directory.CreateDirectory(Data);
        Pipes.Make(Path.Combine(Data, file));

        Assert.Equal("", Run().Cause);

        Assert.Equal(file == "AiAttribution.inputs.cache", File.Exists(Path.Combine(Data, file)));
    }

    [Theory]
    [InlineData("20260531", true)]
    [InlineData("20260601", false)]
    [InlineData("", false)]
    [InlineData("secret", false)]
    [InlineData("99999999", false)]
    public void Day_of_the_earlier_answers_is_over_or_means_nothing(string until, bool isOver)
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Until, until + "\n");

        Assert.Equal(isOver, Run().IsOver);
    }

    [Fact]
    public void What_the_earlier_build_watches_is_read_line_by_line()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Watch, "TestResults/coverage.*\n\nbin/*/*/A.Tests.dll\n");

        Assert.Equal(["TestResults/coverage.*", "bin/*/*/A.Tests.dll"], Run().Watched);
    }

    [Fact]
    public void Git_directory_of_a_clone_and_of_a_linked_worktree_is_found()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        string worktree = Path.Combine(_outside.Path, "linked");
        repository.Git("worktree", "add", "-q", "-b", "side", worktree);

        PrepareData clone = Run(repository.Root);
        PrepareData linked = Run(worktree);

        Assert.Equal((Path.Combine(repository.Root, ".git") + "/", "refs/heads/main"), (clone.GitDirectory, clone.HeadReference));
        Assert.Equal((Path.Combine(repository.Root, ".git/worktrees/linked") + "/", Path.Combine(repository.Root, ".git") + "/", "refs/heads/side"), (linked.GitDirectory, linked.CommonDirectory, linked.HeadReference));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no pointer")]
    [InlineData("gitdir: a\0b")]
    public void Pointer_that_means_nothing_is_left_to_who_tells_of_it(string pointer)
    {
        File.WriteAllText(Path.Combine(_folder.Path, ".git"), pointer);

        PrepareData task = Run(_folder.Path);

        Assert.Equal(("", ""), (task.Cause, task.HeadReference));
    }

    private void AssertTold(PrepareData task, string told)
    {
        Assert.StartsWith(told, task.Cause);
        Assert.Equal("AIA9018", Assert.Single(_engine.Warnings).Code);
        Assert.StartsWith(task.Cause, _engine.Warnings[0].Message);
    }

    private PrepareData Run(string root = "")
    {
        var task = new PrepareData
        {
            BuildEngine = _engine,
            ProjectFile = Path.Combine(_folder.Path, "App.csproj"),
            RepositoryRoot = root,
            IntermediateDirectory = Intermediate + "/",
            DataDirectory = Data + "/",
            Files = [new TaskItem(Snapshot), new TaskItem(Watch), new TaskItem(Until)],
            HashFile = Hash,
            WatchFile = Watch,
            UntilFile = Until,
            Today = new DateOnly(2026, 6, 1),
        };
        Assert.True(task.Execute());
        return task;
    }
}
