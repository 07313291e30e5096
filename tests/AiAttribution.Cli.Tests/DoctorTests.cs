using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class DoctorTests
{
    [Fact]
    public async Task Healthy_repository_without_coverage_and_session_notes_misses_these_only()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Out.Split('\n');
        Assert.Contains("ok      policy: no policy file, so the defaults hold ('ai-attribution init' writes one)", lines);
        Assert.Contains("ok      history: 2 commits, complete", lines);
        Assert.Contains("ok      evidence: 1 AI commit: co-author-trailer 1, session-trailer 1", lines);
        Assert.Contains("ok      deployments: 1 deployment, the newest v1.0", lines);
        Assert.Equal(["session notes", "tests"], lines.Where(l => l.StartsWith("missing", StringComparison.Ordinal)).Select(l => l[8..].Split(':')[0]));
        Assert.Single(lines, l => l.Contains("→ dotnet test --collect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repository_without_evidence_and_tags_is_told_how_to_get_them()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "x\n").Commit("Begin");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Contains("missing evidence: no commit carries AI evidence, so no line is AI\n        → if an AI took part:", run.Out, StringComparison.Ordinal);
        Assert.Contains("missing deployments: no tag is like v*, [0-9]*.[0-9]* and no record tells of one, so no deployment is known\n        → git fetch --tags", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_of_the_remote_in_a_command_is_the_one_that_git_knows()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("remote", "add", "Upstream", "/nowhere");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Contains("git fetch Upstream ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_with_typos_is_broken_and_every_place_is_told()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("ai-attribution.json", "{ \"heavy\": { \"share\": 2 },\n  \"deploymnet\": {} }");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("broken  Error in the policy file: AIA9009: ai-attribution.json(1,23): heavy.share must be", run.Out, StringComparison.Ordinal);
        Assert.Contains("ai-attribution.json(2,3): Unknown key 'deploymnet' in the policy. Did you mean 'deployment'?", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shallow_clone_is_told_with_the_command_that_mends_it()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--depth", "1", "file://" + repository.Root, "clone");

        ToolRun run = await ToolRun.Of(Path.Combine(folder.Path, "clone"), "doctor");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("missing history: cut off after 1 commit; older lines are unknown\n        → git fetch --unshallow", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_without_session_notes_is_told_the_command_that_fetches_them()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "file://" + repository.Root, "clone");

        ToolRun run = await ToolRun.Of(Path.Combine(folder.Path, "clone"), "doctor");

        Assert.Contains(
            "missing session notes: no refs/notes/aiattribution/sessions here, so no tokens are known\n        → git fetch origin 'refs/notes/aiattribution/*:refs/notes/aiattribution/*', or",
            run.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_a_filter_changes_are_told_with_the_reason_by_doctor_lines_and_explain()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Kept.cs", "// stored\n").Write(".gitattributes", "src/Lib/Kept.cs filter=vault\n").Commit("Add");
        repository.Write("src/Lib/Kept.cs", "// plain\n");

        ToolRun doctor = await ToolRun.Of(repository.Root, "doctor");
        ToolRun lines = await ToolRun.Of(repository.Root, "lines");
        ToolRun explain = await ToolRun.Of(repository.Root, "explain", "src/Lib/Kept.cs:1");

        const string told = "1 file goes through the filter 'vault' of .gitattributes, which is a command and not run here, so the lines on disk are unknown";
        Assert.Contains($"missing filters: {told}\n        → ai-attribution lines --rev HEAD", doctor.Out, StringComparison.Ordinal);
        Assert.Contains($"{told}; --rev HEAD tells those that are committed.", lines.Error, StringComparison.Ordinal);
        Assert.Contains("is unknown: .gitattributes runs the file through the filter 'vault'", explain.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_that_was_made_is_told_with_file_agent_commit_and_day()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write(".claude/settings.json", """{"attribution":{"commit":"Assisted-by: Claude"}}""").Commit("Settings");
        string since = repository.Write(".claude/settings.json", """{"attribution":{"commit":""}}""").Commit("No sign");
        repository.Write(".claude/settings.json", """{"attribution":{"commit":"","pr":""}}""").Commit("Nor there");
        repository.Write(".githooks/commit-msg", "sed -i '/Co-authored-by: Claude/d' \"$1\"\n").Write(".mailmap", "Dev <dev@example.com> <noreply@anthropic.com>\n").Commit("Hide");
        repository.Write(".qwen/settings.json", """{"general":{"gitCoAuthor":false}}""");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Contains("ok      silence: Evidence is known since 2026-01-01; none in the newest 4 commits of the main line, since 2026-01-01.", run.Out, StringComparison.Ordinal);
        Assert.Contains($"ok      silence: Since commit {since[..12]} of 2026-01-01 .claude/settings.json tells claude-code to leave no mark in commits: from then on, no mark of this agent does not mean no agent.", run.Out, StringComparison.Ordinal);
        Assert.Contains("The hook .githooks/commit-msg may take marks of agents out of messages", run.Out, StringComparison.Ordinal);
        Assert.Contains(".mailmap shows 1 address of agents as somebody else", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("qwen", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Capture_that_lapsed_is_told_by_doctor_and_report_with_the_command_that_starts_it_again(int commitsSince, bool isTold)
    {
        const string lapsed = "Capture of sessions lapsed: 3 AI commits after 2026-01-01 have no session record.";
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", """{"v":1,"id":"i","agent":"claude-code","session":"s","method":"environment","exactness":"exact","models":[{"model":"claude-opus-4-8","output":5}],"responses":[]}""", "HEAD");
        for (int i = 0; i < commitsSince; i++)
            repository.Write("src/Lib/More.cs", $"// {i}\n").Commit(RepositoryBuilder.ByAgent);

        ToolRun doctor = await ToolRun.Of(repository.Root, "doctor");
        ToolRun report = await ToolRun.Of(repository.Root, "report", "--format", "facts", "--output", "out");

        Assert.Equal(isTold, doctor.Out.Contains($"missing capture: {lapsed}\n        → ai-attribution capture", StringComparison.Ordinal));
        Assert.Equal((0, isTold), (report.ExitCode, repository.Read("out/AiAttribution.facts.jsonl").Contains("\"kind\":\"capture\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Notes_of_another_tool_are_told_once_and_are_no_problem()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", "{\"hook\":1}", "HEAD");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", "{\"hook\":1}", "HEAD^");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Equal(1, run.Out.Split("ai-attribution, such as that of commit").Length - 1);
        Assert.Contains("ok      other notes: 2 notes of another form than is known, in refs/notes/ai-attribution", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AIA9013", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Unreadable evidence", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_of_notes_that_point_outside_the_history_is_told_with_the_way_out()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        string lost = repository.Write("src/Lib/Lost.cs", "// lost\n").Commit("Never merged");
        repository.Git("notes", "--ref=ai", "add", "-m", "src/Lib/Lost.cs\n  1234567890abcdef 1\n---\n{}", lost);
        repository.Git("notes", "--ref=ai", "add", "-m", "---\n{}", lost + "^");
        repository.Git("reset", "-q", "--hard", "HEAD^");

        ToolRun run = await ToolRun.Of(repository.Root, "doctor");

        Assert.Contains("missing git-ai notes: 1 of 2 git-ai notes (50.0 %) annotates a commit that this history does not reach: squashed,", run.Out, StringComparison.Ordinal);
        Assert.Contains("        → git fetch origin '+refs/heads/*:refs/remotes/origin/*'", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_a_repository_is_broken()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = await ToolRun.Of(folder.Path, "doctor");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("broken  No git repository: AIA9001:", run.Out, StringComparison.Ordinal);
    }
}
