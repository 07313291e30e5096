using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

public class CaptureTests
{
    private const string Text = "int total = Sum(items);\nreturn total / items.Count;\n";

    [Fact]
    public async Task Session_is_linked_and_its_tokens_are_in_the_note()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        string commit = repository.Write("A.cs", Text).Commit("one");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Wrote 100 tokens to 1 note in refs/notes/ai-attribution.", run.Out, StringComparison.Ordinal);
        Assert.Contains("git push origin refs/notes/ai-attribution", run.Out, StringComparison.Ordinal);
        Allocation allocation = Assert.Single(SessionNote.Parse(System.Text.Encoding.UTF8.GetBytes(Note(repository, commit))).Allocations);
        Assert.Equal(("claude-code", "s1", LinkMethod.Content, 100L), (allocation.Agent, allocation.Session, allocation.Method, allocation.Usage.Total));
    }

    [Fact]
    public async Task Dry_run_says_what_it_would_write_and_writes_nothing()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        repository.Write("A.cs", Text).Commit("one");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path, "--dry-run");

        Assert.Contains("Would write 100 tokens to 1 note in refs/notes/ai-attribution; nothing is written.", run.Out, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("for-each-ref", "refs/notes"));
    }

    [Fact]
    public async Task Prompt_code_and_paths_stay_in_the_log()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(0.4), 10).Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        string commit = repository.Write("A.cs", Text).Commit("one");

        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        string note = Note(repository, commit);
        foreach (string secret in new[] { "secret", "total", "A.cs", repository.Root, home.Path, "dev@example.com", "msg_", "req_" })
            Assert.DoesNotContain(secret, note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_of_another_repository_is_none_of_this_one()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        new AgentLog(home.Path, "/src/elsewhere", "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        repository.Write("A.cs", Text).Commit("one");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Assert.StartsWith("0 sessions of this repository", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing new to write.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_capture_adds_only_what_is_new()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        AgentLog log = new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        repository.Write("A.cs", Text).Commit("one");
        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);
        log.Respond(AgentLog.At(1.5), 40, "B.cs", "string name = Read(first);\n");
        string second = repository.Write("B.cs", "string name = Read(first);\n").Commit("two");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Assert.Contains("Wrote 50 tokens to 1 note", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"output\":40", Note(repository, second), StringComparison.Ordinal);
        Assert.EndsWith("Nothing new to write.\n", (await ToolRun.Of(repository.Root, "backfill", "--home", home.Path)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_in_a_linked_working_tree_is_found_from_the_main_one()
    {
        using TemporaryFolder home = new();
        using TemporaryFolder folder = new();
        using TestRepository repository = new();
        repository.Write("Z.cs", "class Z;\n").Commit("zero");
        string linked = Path.Combine(folder.Path, "tree");
        repository.Git("worktree", "add", "-q", "-b", "side", linked);
        new AgentLog(home.Path, linked, "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        TestRepository tree = new(linked);
        string commit = tree.Write("A.cs", Text).Commit("one");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Assert.Contains(commit[..10], run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_a_branch_that_a_server_squashed_are_copied_to_the_squash()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        repository.Write("Z.cs", "class Z;\n").Commit("zero");
        repository.Git("checkout", "-q", "-b", "work");
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(1.5), 90, "A.cs", Text);
        string one = repository.Write("A.cs", Text).Commit("one");
        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);
        repository.Write("B.cs", "class B;\n").Commit("two by hand");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--squash", "work");
        string squashed = repository.Commit("squashed");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Assert.Contains($"{squashed[..10]} took the place of {one[..10]} (squash, rebase or pick) and has their records.", run.Out, StringComparison.Ordinal);
        Assert.Equal(Note(repository, one), Note(repository, squashed));
        Assert.EndsWith("Nothing new to write.\n", (await ToolRun.Of(repository.Root, "backfill", "--home", home.Path)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_a_repository_is_named_with_the_way_out()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(folder.Path, "capture");

        Assert.Equal((2, "ai-attribution: no git repository contains this folder. Run 'git init', or build in a clone.\n"), (run.ExitCode, run.Error));
    }

    private static string Note(TestRepository repository, string commit) => repository.Git("notes", "--ref=ai-attribution", "show", commit);
}
