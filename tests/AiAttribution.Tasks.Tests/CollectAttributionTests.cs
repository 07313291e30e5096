using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests;

public class CollectAttributionTests
{
    [Fact]
    public void Projects_of_one_build_say_the_same_trouble_once()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        var engine = new RecordingEngine();

        CollectAttribution[] tasks = [Task(engine, repository, "One", "no-such-tag"), Task(engine, repository, "Two", "no-such-tag")];

        Assert.All(tasks, task => Assert.True(task.Execute()));
        BuildWarningEventArgs warning = Assert.Single(engine.Warnings);
        Assert.Equal("AIA9011", warning.Code);
        Assert.EndsWith("/AIA9011.md", warning.HelpLink);
        Assert.All(tasks, task => Assert.False(task.Complete));
    }

    [Fact]
    public void A_damaged_pack_index_is_told_and_the_build_goes_on()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        repository.Git("repack", "-q", "-a", "-d");
        string index = Directory.GetFiles(Path.Combine(repository.Root, ".git", "objects", "pack"), "*.idx").Single();
        byte[] bytes = File.ReadAllBytes(index);
        bytes.AsSpan(8, 1024).Fill(0xFF);
        File.SetAttributes(index, FileAttributes.Normal);
        File.WriteAllBytes(index, bytes);
        var engine = new RecordingEngine();

        Assert.True(Task(engine, repository, "One").Execute());

        Assert.Equal("AIA9012", Assert.Single(engine.Warnings).Code);
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public void Output_that_cannot_be_written_is_a_warning()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        var engine = new RecordingEngine();
        CollectAttribution task = Task(engine, repository, "One");
        task.SnapshotFile = Path.Combine(repository.Root, "A.cs", "snapshot");

        Assert.True(task.Execute());

        Assert.Equal("AIA9000", Assert.Single(engine.Warnings, warning => warning.Code is "AIA9000").Code);
        Assert.False(task.Complete);
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public void Envelope_of_a_project_is_one_that_a_fleet_takes_and_tells_nothing_of_the_repository()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        repository.Git("remote", "add", "origin", "https://host.example/owner/shop.git");
        var engine = new RecordingEngine();
        CollectAttribution task = Task(engine, repository, "One");
        string file = Path.Combine(repository.Root, "obj", "AiAttribution.envelope.jsonl.gz");
        task.Reports = [new TaskItem(file)];

        Assert.True(task.Execute());

        Envelope envelope = EnvelopeReader.ReadFile(File.ReadAllBytes(file));
        Assert.Equal(("host.example/owner/shop", "One", "project"), (envelope.Repository, envelope.Head["project"], envelope.Head["scope"]));
        Assert.All(envelope.Rows, row => Assert.True(row.Table.IsOfProjects, row.Table.Name));
    }

    [Fact]
    public void Report_folder_that_cannot_be_written_is_a_warning_and_the_compiler_has_its_files()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        var engine = new RecordingEngine();
        CollectAttribution task = Task(engine, repository, "One");
        task.Reports = [new TaskItem(Path.Combine(repository.Root, "A.cs", "AiAttribution.md"))];
        task.FiguresFile = Path.Combine(repository.Root, "obj", "One", "figures");

        Assert.True(task.Execute());

        BuildWarningEventArgs warning = Assert.Single(engine.Warnings, warning => warning.Code == "AIA9018");
        Assert.StartsWith("reports were not written: ", warning.Message);
        Assert.Contains("A.cs", warning.Message);
        Assert.EndsWith("Make the folder writable, or name another with AiAttributionReportDirectory.", warning.Message);
        Assert.True(File.Exists(task.SnapshotFile));
        Assert.True(File.Exists(task.FiguresFile));
        Assert.False(task.Complete);
    }

    [Fact]
    public void Missing_compiler_leaves_a_report_of_lines_that_says_so()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        var engine = new RecordingEngine();
        CollectAttribution task = Task(engine, repository, "One");

        Assert.True(task.Execute());

        Assert.Equal("AIA9014", Assert.Single(engine.Warnings).Code);
        Assert.Contains("AIA9014", File.ReadAllText(task.JsonFile));
        Assert.True(task.Complete);
    }

    [Theory]
    [InlineData("", "", 2)]
    [InlineData("CI", "", 0)]
    [InlineData("", "HEAD", 0)]
    public void Lines_of_a_session_that_are_not_committed_are_told_where_a_person_builds(string variable, string range, int ai)
    {
        using TestRepository repository = Recorded();
        CollectAttribution task = Task(new RecordingEngine(), repository, "One");
        task.Range = range;
        task.Variable = name => name == variable ? "true" : null;

        Assert.True(task.Execute());

        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(task.JsonFile));
        Assert.Equal(ai, report.RootElement.GetProperty("lines").GetProperty("ai").GetInt32());
    }

    [Fact]
    public void What_is_told_of_a_commit_is_told_without_lines_that_are_not_committed()
    {
        using TestRepository repository = Recorded();
        repository.Git("remote", "add", "origin", "https://host.example/owner/shop.git");
        CollectAttribution task = Task(new RecordingEngine(), repository, "One");
        task.Variable = _ => null;
        string Full(string name) => Path.Combine(repository.Root, "obj", "reports", name);
        task.Reports = [.. new[] { "AiAttribution.md", "AiAttribution.envelope.jsonl.gz", "AiAttribution.intoto.json" }.Select(name => new TaskItem(Full(name)))];

        Assert.True(task.Execute());

        Assert.Contains("2 AI lines are not committed yet", File.ReadAllText(Full("AiAttribution.md")));
        Assert.DoesNotContain(EnvelopeReader.ReadFile(File.ReadAllBytes(Full("AiAttribution.envelope.jsonl.gz"))).Rows, row => row.Values.Contains("ai"));
        using JsonDocument statement = JsonDocument.Parse(File.ReadAllText(Full("AiAttribution.intoto.json")));
        JsonElement lines = statement.RootElement.GetProperty("predicate").GetProperty("lines");
        Assert.Equal((0, 2), (lines.GetProperty("ai").GetInt32(), lines.GetProperty("unknown").GetInt32()));
    }

    [Fact]
    public void Folder_without_repository_is_information_and_complete()
    {
        using var folder = new TemporaryFolder();
        var engine = new RecordingEngine();
        CollectAttribution task = Task(engine, new TestRepository(folder.Path), "One");
        task.RepositoryRoot = "";

        Assert.True(task.Execute());

        Assert.DoesNotContain(engine.Warnings, warning => warning.Code == "AIA9001");
        Assert.Contains(engine.Messages, message => message.Code == "AIA9001");
        Assert.True(task.Complete);
    }

    /// <summary>A repository with two lines that a session wrote and nobody committed.</summary>
    private static TestRepository Recorded()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Add A");
        repository.Write("A.cs", "class A;\nFirst();\nSecond();\n");
        using GitRepository opened = GitRepository.Open(repository.Root);
        WorkingRecordFile.Write(opened, new WorkingRecord([new WorkingSession("claude-code", null, new SessionKey("claude", "s1"), EvidenceKind.SessionNote)], new Dictionary<string, IReadOnlyList<WrittenBlock>> { ["A.cs"] = [new WrittenBlock(0, TextLines.Of("First();\nSecond();\n").Hashes)] }));
        return repository;
    }

    private static CollectAttribution Task(IBuildEngine engine, TestRepository repository, string project, string since = "") => new()
    {
        BuildEngine = engine,
        RepositoryRoot = repository.Root,
        ProjectFile = Path.Combine(repository.Root, project + ".csproj"),
        CompileItems = [new TaskItem(Path.Combine(repository.Root, "A.cs"))],
        Since = since,
        SnapshotFile = Path.Combine(repository.Root, "obj", project, "snapshot"),
        JsonFile = Path.Combine(repository.Root, "obj", project, "report.json"),
        WatchFile = Path.Combine(repository.Root, "obj", project, "watch"),
    };
}
