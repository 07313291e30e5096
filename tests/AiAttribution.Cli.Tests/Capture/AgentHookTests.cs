using System.Text.Json;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

public sealed class AgentHookTests : IDisposable
{
    private static readonly string[] Tool = ["/opt/o'brien/ai-attribution", "working", "--hook", "--repo", "/src/app"];

    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public static TheoryData<string, string> Places => new()
    {
        { "claude-code", ".claude/settings.local.json" },
        { "codex", ".codex/hooks.json" },
        { "copilot", ".github/hooks/ai-attribution.json" },
        { "cursor", ".cursor/hooks.json" },
        { "gemini-cli", ".gemini/settings.json" },
        { "opencode", ".opencode/plugins/ai-attribution.js" },
    };

    public void Dispose() => _repository.Dispose();

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Hook_is_installed_out_of_git_and_taken_away_without_a_trace(string agent, string path)
    {
        string exclude = _repository.Read(".git/info/exclude");

        ToolRun run = await ToolRun.Of(_repository.Root, "init", "--agent-hooks", agent);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"  {path}: new: after an edit {agent} runs: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("working --hook", Command(_repository.Read(path)), StringComparison.Ordinal);
        Assert.Equal("", _repository.Git("status", "--porcelain"));
        Assert.Contains("was there, is up to date", (await ToolRun.Of(_repository.Root, "init", "--agent-hooks", agent)).Out, StringComparison.Ordinal);

        Assert.Contains($"  {path}: removed\n", (await ToolRun.Of(_repository.Root, "init", "--remove-hooks")).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_repository.Root, path)));
        Assert.Equal(exclude, _repository.Read(".git/info/exclude"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Dry_run_writes_nothing(string agent, string path)
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "init", "--agent-hooks", agent, "--dry-run");

        Assert.Contains("; nothing is changed:\n", run.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_repository.Root, path)));
    }

    [Theory]
    [InlineData("claude-code", ".claude/settings.local.json", """{"model":"opus","hooks":{"PostToolUse":[{"matcher":"Write","hooks":[{"type":"command","command":"theirs"}]}],"Stop":[]}}""")]
    [InlineData("cursor", ".cursor/hooks.json", """{"version":1,"hooks":{"afterFileEdit":[{"command":"theirs"}]}}""")]
    [InlineData("gemini-cli", ".gemini/settings.json", """{"theme":"dark"}""")]
    public async Task Settings_and_hooks_of_others_stay(string agent, string path, string theirs)
    {
        _repository.Write(".gitignore", path + "\n").Commit("Ignore");
        _repository.Write(path, theirs);

        await ToolRun.Of(_repository.Root, "init", "--agent-hooks", agent);
        await ToolRun.Of(_repository.Root, "init", "--agent-hooks", agent);

        Assert.Equal(1, Count(_repository.Read(path), "working --hook"));
        Assert.Equal(Count(theirs, "theirs"), Count(_repository.Read(path), "theirs"));
        await ToolRun.Of(_repository.Root, "init", "--remove-hooks");
        Assert.Equal(Normal(theirs), Normal(_repository.Read(path)));
    }

    [Fact]
    public async Task File_that_git_tracks_is_left_alone_and_the_entry_is_told()
    {
        _repository.Write(".gemini/settings.json", "{}").Commit("Settings");

        ToolRun run = await ToolRun.Of(_repository.Root, "init", "--agent-hooks", "gemini-cli");

        Assert.Equal((2, "{}"), (run.ExitCode, _repository.Read(".gemini/settings.json")));
        Assert.Contains("is tracked by git", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"matcher\": \"write_file|replace\"", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// comment\n{}")]
    [InlineData("[]")]
    [InlineData("{\"hooks\":[]}")]
    public async Task File_that_cannot_be_written_again_as_it_is_is_left_alone(string text)
    {
        _repository.Write(".claude/settings.local.json", text);

        ToolRun run = await ToolRun.Of(_repository.Root, "init", "--agent-hooks", "claude-code");

        Assert.Equal((2, text), (run.ExitCode, _repository.Read(".claude/settings.local.json")));
        Assert.Contains("Add to its 'PostToolUse' hooks: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_somebody_else_in_the_place_of_ours_is_left_alone()
    {
        _repository.Write(".opencode/plugins/ai-attribution.js", "theirs");

        Assert.Equal(2, (await ToolRun.Of(_repository.Root, "init", "--agent-hooks", "opencode")).ExitCode);
        await ToolRun.Of(_repository.Root, "init", "--remove-hooks");
        Assert.Equal("theirs", _repository.Read(".opencode/plugins/ai-attribution.js"));
    }

    [Fact]
    public void Path_with_a_quote_is_one_word_of_the_command()
    {
        Assert.Equal("'/opt/o'\\''brien/ai-attribution' working --hook --repo '/src/app'", AgentHook.Shell(Tool));
    }

    [UnixFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Commit_stops_where_a_rule_fails_and_goes_on_once_a_test_runs_it()
    {
        using TemporaryFolder home = new();
        const string cart = "src/Lib/Cart.cs";
        _repository.Write("ai-attribution.json", """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""").Write(".gitignore", "TestResults/\n").Commit("Policy");
        _repository.Write(".git/hooks/pre-commit", "#!/bin/sh\necho theirs >> .git/theirs.txt\n");
        File.SetUnixFileMode(Path.Combine(_repository.Root, ".git/hooks/pre-commit"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("pre-commit: installed; the hook that was there runs first", (await ToolRun.Of(_repository.Root, "init", "--pre-commit")).Out, StringComparison.Ordinal);
        new AgentLog(home.Path, _repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, cart, SessionWork.Cart);
        _repository.Write(cart, SessionWork.Cart).Write("TestResults/a.cobertura.xml", SessionWork.NotRun(cart)).Git("add", "-N", cart);

        foreach (string[] how in new string[][] { ["-a"], ["--only", "Cart.cs"] })
        {
            var stopped = Assert.Throws<InvalidOperationException>(() => Commit(home.Path, how));
            Assert.Contains("ended with 1", stopped.Message, StringComparison.Ordinal);
            Assert.Equal("Policy", _repository.Git("log", "-1", "--format=%s").Trim());
        }

        _repository.Write("TestResults/a.cobertura.xml", SessionWork.Run(cart));
        Commit(home.Path, "--only", "Cart.cs");
        Assert.Equal("Add a cart", _repository.Git("log", "-1", "--format=%s").Trim());
        Assert.Equal("theirs\ntheirs\ntheirs\n", _repository.Read(".git/theirs.txt"));
        await ToolRun.Of(_repository.Root, "init", "--remove-hooks");
        Assert.Equal("#!/bin/sh\necho theirs >> .git/theirs.txt\n", _repository.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public async Task Hooks_folder_of_husky_is_left_alone_and_the_lines_are_told()
    {
        _repository.Git("config", "core.hooksPath", ".husky/_");

        ToolRun run = await ToolRun.Of(_repository.Root, "init", "--pre-commit");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(".husky/pre-commit): ai-attribution working --hook; ai-attribution check --staged; [ $? != 1 ] || exit 1", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_repository.Root, ".husky")));
    }

    /// <summary>Commits from a folder below the root.</summary>
    private void Commit(string home, params string[] how)
    {
        Dictionary<string, string> environment = new() { ["HOME"] = home, ["CI"] = "", ["GITHUB_ACTIONS"] = "", ["TF_BUILD"] = "", ["XDG_CACHE_HOME"] = Path.Combine(home, ".cache") };
        foreach (string who in new[] { "AUTHOR", "COMMITTER" })
        {
            environment[$"GIT_{who}_NAME"] = "Dev";
            environment[$"GIT_{who}_EMAIL"] = "dev@example.com";
        }

        GitProcess.Run(Path.Combine(_repository.Root, "src/Lib"), null, environment, ["commit", "-q", "-m", "Add a cart", .. how]);
    }

    private static string Command(string text) => text.StartsWith('/') ? text : JsonDocument.Parse(text).RootElement.GetRawText();

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static string Normal(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
