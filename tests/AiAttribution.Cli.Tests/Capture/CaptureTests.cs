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
        Assert.Contains("Wrote 100 tokens to 1 note in refs/notes/aiattribution/sessions.", run.Out, StringComparison.Ordinal);
        Assert.Contains("git push origin 'refs/notes/aiattribution/*'", run.Out, StringComparison.Ordinal);
        Allocation allocation = Assert.Single(SessionNote.Parse(System.Text.Encoding.UTF8.GetBytes(Note(repository, commit))).Allocations);
        Assert.Equal(("claude-code", "s1", LinkMethod.Content, 100L), (allocation.Agent, allocation.Session, allocation.Method, allocation.Usage.Total));
    }

    [Theory]
    [InlineData("grok")]
    [InlineData("qwen-code")]
    [InlineData("cline")]
    [InlineData("junie")]
    [InlineData("copilot")]
    public async Task Sessions_of_every_agent_that_shows_its_edits_are_linked(string agent)
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        string path = System.Text.Json.JsonSerializer.Serialize(Path.Combine(repository.Root, "A.cs"));
        string text = System.Text.Json.JsonSerializer.Serialize(Text);
        long time = AgentLog.At(0.5).ToUnixTimeMilliseconds();
        (string File, string Content) log = agent switch
        {
            "grok" => (".grok/sessions/p/s1/updates.jsonl", $$$"""
                {"params":{"update":{"sessionUpdate":"tool_call_update","content":[{"type":"diff","path":{{{path}}},"newText":{{{text}}}}]},"_meta":{"agentTimestampMs":{{{time}}} } } }
                {"params":{"update":{"sessionUpdate":"turn_completed","prompt_id":"p1","usage":{"inputTokens":10,"outputTokens":90} },"_meta":{"agentTimestampMs":{{{time}}} } } }
                """),
            "qwen-code" => (".qwen/projects/p/chats/s1.jsonl", $$$"""{"uuid":"q1","sessionId":"s1","timestamp":"2026-01-01T12:00:30Z","type":"assistant","message":{"parts":[{"functionCall":{"name":"write_file","args":{"file_path":{{{path}}},"content":{{{text}}} } } }]},"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":90,"totalTokenCount":100} }"""),
            "junie" => (".junie/sessions/s1/events.jsonl", $$$"""
                {"kind":"SessionA2uxEvent","timestampMs":{{{time}}},"event":{"agentEvent":{"kind":"FileChangesBlockUpdatedEvent","stepId":"a","status":"COMPLETED","changes":[{"afterRelativePath":{{{path}}},"afterContent":{"text":{{{text}}} } }]} } }
                {"kind":"SessionA2uxEvent","timestampMs":{{{time}}},"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":10,"outputTokens":90}]} } }
                """),
            "cline" => (".cline/data/sessions/s1/s1.messages.json", $$$"""{"messages":[{"id":"m1","role":"assistant","ts":{{{time}}},"content":[{"type":"tool_use","name":"editor","input":{"path":{{{path}}},"content":{{{text}}} } }],"metrics":{"inputTokens":10,"outputTokens":90} }]}"""),
            _ => (".config/Code/User/workspaceStorage/w/chatSessions/s1.jsonl", $$$"""{"kind":0,"v":{"requests":[{"requestId":"r1","timestamp":{{{time}}},"promptTokens":10,"completionTokens":90,"response":[{"kind":"textEditGroup","uri":{"fsPath":{{{path}}} },"edits":[[{"text":{{{text}}} }]]}]}]} }"""),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home.Path, log.File))!);
        File.WriteAllText(Path.Combine(home.Path, log.File), log.Content + "\n");
        string commit = repository.Write("A.cs", Text).Commit("one");

        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);

        Allocation allocation = Assert.Single(SessionNote.Parse(System.Text.Encoding.UTF8.GetBytes(Note(repository, commit))).Allocations);
        Assert.Equal((agent, "s1", LinkMethod.Content, 100L), (allocation.Agent, allocation.Session, allocation.Method, allocation.Usage.Total));
    }

    [Fact]
    public async Task Dry_run_says_what_it_would_write_and_writes_nothing()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(0.5), 90, "A.cs", Text);
        repository.Write("A.cs", Text).Commit("one");

        ToolRun run = await ToolRun.Of(repository.Root, "backfill", "--home", home.Path, "--dry-run");

        Assert.Contains("Would write 100 tokens to 1 note in refs/notes/aiattribution/sessions; nothing is written.", run.Out, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("for-each-ref", "refs/notes"));
    }

    [Fact]
    public async Task Records_under_the_old_name_are_copied_and_told_and_stay_beside_what_another_tool_keeps_there()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        string first = repository.Write("A.cs", Text).Commit("one");
        string second = repository.Write("B.cs", Text).Commit("two");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", """{"v":1,"id":"i1","agent":"codex","session":"s9","method":"content","exactness":"exact","models":[],"responses":[]}""", first);
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", """{"version":1,"generator":"Qwen-Coder","files":{"B.cs":{"percent":100}}}""", second);
        repository.Git("notes", "--ref=ai-attribution-deployments", "add", "-m", """{"v":1,"source":"manual","sourceId":"1","env":"production","status":"success","time":"2026-02-01T10:00:00Z"}""", first);
        string old = repository.Git("for-each-ref", "refs/notes/ai-attribution*");

        ToolRun dry = await ToolRun.Of(repository.Root, "capture", "--home", home.Path, "--dry-run");
        ToolRun run = await ToolRun.Of(repository.Root, "capture", "--home", home.Path);
        ToolRun again = await ToolRun.Of(repository.Root, "capture", "--home", home.Path);

        Assert.Equal(("", ""), (dry.Error, run.Error));
        Assert.Contains("Would copy 1 record from refs/notes/ai-attribution, which other tools use too, to refs/notes/aiattribution/sessions; the old one stays.", dry.Out, StringComparison.Ordinal);
        Assert.Contains("Copied 1 record from refs/notes/ai-attribution, which other tools use too, to refs/notes/aiattribution/sessions; the old one stays.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Copied 1 deployment from refs/notes/ai-attribution-deployments", run.Out, StringComparison.Ordinal);
        Assert.Contains("git push origin 'refs/notes/aiattribution/*'", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing new to write.\n", again.Out, StringComparison.Ordinal);
        Assert.Equal("s9", Assert.Single(SessionNote.Parse(System.Text.Encoding.UTF8.GetBytes(Note(repository, first))).Allocations).Session);
        Assert.Equal(old, repository.Git("for-each-ref", "refs/notes/ai-attribution*"));
    }

    [Fact]
    public async Task Notes_that_were_pushed_and_fetched_as_told_are_merged_sessions_and_deployments()
    {
        using TemporaryFolder home = new();
        using TemporaryFolder folder = new();
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", Text).Commit("one");
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", """{"v":1,"id":"i1","agent":"codex","session":"s9","method":"content","exactness":"exact","models":[],"responses":[]}""", commit);
        repository.Git("notes", "--ref=aiattribution/deployments", "add", "-m", """{"v":1,"source":"manual","sourceId":"1","env":"production","status":"success","time":"2026-02-01T10:00:00Z"}""", commit);
        repository.Git("notes", "add", "-m", "about something else", commit);
        string server = Path.Combine(folder.Path, "server.git");
        string clone = Path.Combine(folder.Path, "clone");
        GitProcess.Run(folder.Path, "clone", "-q", "--bare", repository.Root, server);
        GitProcess.Run(folder.Path, "clone", "-q", server, clone);
        repository.Git("push", "-q", server, "refs/notes/aiattribution/*");
        GitProcess.Run(clone, "fetch", "-q", "origin", "+refs/notes/aiattribution/*:refs/notes/aiattribution-origin/*");

        ToolRun run = await ToolRun.Of(clone, "capture", "--merge", "refs/notes/aiattribution-origin");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 new deployment of refs/notes/aiattribution-origin/deployments in refs/notes/aiattribution/deployments now.", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 note in refs/notes/aiattribution-origin/sessions, 1 of them brought something new to refs/notes/aiattribution/sessions.", run.Out, StringComparison.Ordinal);
        Assert.Equal("", GitProcess.Run(clone, "for-each-ref", "refs/notes/commits"));
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

    private static string Note(TestRepository repository, string commit) => repository.Git("notes", "--ref=aiattribution/sessions", "show", commit);
}
