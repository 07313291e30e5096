using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests;

/// <summary>After a failed collect nothing that the build needs is missing, and nothing older is taken for an answer.</summary>
public class FailedCollectTests
{
    [Fact]
    public void Compiler_gets_an_empty_snapshot_and_no_older_data_is_left()
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();
        CollectAttribution task = Failing(engine, repository, "One");
        repository.Write("obj/One/snapshot", "old").Write("obj/One/report.json", "old").Write("obj/One/AiAttribution.md", "old").Write("obj/One/until", "old").Write("obj/One/figures", "old");

        Assert.True(task.Execute());

        Assert.Single(engine.Warnings, warning => warning.Code == "AIA9000");
        Assert.Equal("", File.ReadAllText(task.SnapshotFile));
        Assert.Equal(["snapshot"], Directory.GetFiles(Path.Combine(repository.Root, "obj", "One")).Select(Path.GetFileName));
        Assert.False(task.Complete);
        Assert.StartsWith("attribution stopped: ", task.Cause);
    }

    [Fact]
    public void Projects_of_one_build_say_it_once()
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();

        Assert.True(Failing(engine, repository, "One").Execute());
        Assert.True(Failing(engine, repository, "Two").Execute());

        Assert.Single(engine.Warnings, warning => warning.Code == "AIA9000");
        Assert.Empty(engine.Errors);
    }

    [Theory]
    [InlineData("warn", 1, 0)]
    [InlineData("error", 0, 1)]
    public void Gate_that_was_asked_for_says_that_it_could_not_judge(string verify, int warnings, int errors)
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();
        repository.Write("obj/One/report.json", "old");

        bool passed = Verify(engine, repository, verify, "attribution stopped: the disk is full").Execute();

        Assert.Equal(errors == 0, passed);
        Assert.Equal((warnings, errors), (engine.Warnings.Count(w => w.Code == "AIA2016"), engine.Errors.Count(e => e.Code == "AIA2016")));
        Assert.Equal(
            "the gate could not judge: attribution stopped: the disk is full. Where no gate is wanted, set AiAttributionVerify to none.",
            engine.Warnings.Select(w => w.Message).Concat(engine.Errors.Select(e => e.Message)).Single());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"commit\":3}")]
    public void Data_that_is_missing_or_broken_is_no_passed_gate(string? data)
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();
        if (data is not null)
            repository.Write("obj/One/report.json", data);

        Assert.False(Verify(engine, repository, "error", "").Execute());

        Assert.Equal("AIA2016", Assert.Single(engine.Errors).Code);
    }

    [Fact]
    public void Broken_data_is_told_after_tests_and_fails_nothing()
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();
        repository.Write("obj/One/report.json", "{");

        Assert.True(new TellTrails { BuildEngine = engine, RepositoryRoot = repository.Root, JsonFile = PathOf(repository, "report.json") }.Execute());

        Assert.Equal("AIA9000", Assert.Single(engine.Warnings).Code);
    }

    [Fact]
    public void Statement_about_the_assembly_of_an_earlier_build_goes_with_its_draft()
    {
        using TestRepository repository = Repository();
        var engine = new RecordingEngine();
        repository.Write("out/AiAttribution.cdx.json", "old").Write("App.dll", "MZ");

        Assert.True(new NameArtifact
        {
            BuildEngine = engine,
            Reports = [new TaskItem(PathOf(repository, "AiAttribution.cdx.json"))],
            Artifact = Path.Combine(repository.Root, "App.dll"),
            Directory = Path.Combine(repository.Root, "out"),
        }.Execute());

        Assert.Empty(engine.Warnings);
        Assert.False(File.Exists(Path.Combine(repository.Root, "out", "AiAttribution.cdx.json")));
    }

    private static TestRepository Repository()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        return repository;
    }

    /// <summary>The file that it watches with cannot be written, because a folder has its name.</summary>
    private static CollectAttribution Failing(IBuildEngine engine, TestRepository repository, string project)
    {
        Directory.CreateDirectory(Path.Combine(repository.Root, "folder", project));
        return new CollectAttribution
        {
            BuildEngine = engine,
            RepositoryRoot = repository.Root,
            ProjectFile = Path.Combine(repository.Root, project + ".csproj"),
            CompileItems = [new TaskItem(Path.Combine(repository.Root, "A.cs"))],
            SnapshotFile = PathOf(repository, "snapshot", project),
            JsonFile = PathOf(repository, "report.json", project),
            UntilFile = PathOf(repository, "until", project),
            FiguresFile = PathOf(repository, "figures", project),
            Reports = [new TaskItem(PathOf(repository, "AiAttribution.md", project))],
            WatchFile = Path.Combine(repository.Root, "folder", project),
        };
    }

    private static VerifyAttribution Verify(IBuildEngine engine, TestRepository repository, string verify, string cause) => new()
    {
        BuildEngine = engine,
        ProjectFile = Path.Combine(repository.Root, "One.csproj"),
        RepositoryRoot = repository.Root,
        JsonFile = PathOf(repository, "report.json"),
        Verify = verify,
        Cause = cause,
    };

    private static string PathOf(TestRepository repository, string file, string project = "One") => Path.Combine(repository.Root, "obj", project, file);
}
