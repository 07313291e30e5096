using System.Diagnostics;
using System.Text;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class HookTests
{
    private const string Text = "int total = Sum(items);\nreturn total / items.Count;\n";

    [Fact]
    public async Task Hooks_of_others_run_first_and_come_back()
    {
        using TestRepository repository = new();
        Hook(repository, "post-commit", "#!/bin/sh\necho theirs >> theirs.txt\n");

        ToolRun installed = await ToolRun.Of(repository.Root, "init", "--hooks");
        repository.Write("A.cs", Text).Commit("one");

        Assert.Contains("post-commit: installed; the hook that was there runs first", installed.Out, StringComparison.Ordinal);
        Assert.Equal("theirs\n", repository.Read("theirs.txt"));
        ToolRun removed = await ToolRun.Of(repository.Root, "init", "--remove-hooks");
        Assert.Contains("post-commit: removed; the hook that was there before is back", removed.Out, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\necho theirs >> theirs.txt\n", repository.Read(".git/hooks/post-commit"));
        Assert.False(File.Exists(Path.Combine(repository.Root, ".git/hooks/post-rewrite")));
    }

    [Fact]
    public async Task Installing_twice_is_installing_once()
    {
        using TestRepository repository = new();
        await ToolRun.Of(repository.Root, "init", "--hooks");
        string before = repository.Read(".git/hooks/post-commit");

        ToolRun run = await ToolRun.Of(repository.Root, "init", "--hooks");

        Assert.Contains("post-commit: was there, is up to date", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, repository.Read(".git/hooks/post-commit"));
        Assert.False(File.Exists(Path.Combine(repository.Root, ".git/hooks/post-commit.before-ai-attribution")));
    }

    [Fact]
    public async Task Hooks_folder_of_another_tool_is_left_alone()
    {
        using TestRepository repository = new();
        repository.Git("config", "core.hooksPath", ".husky");

        ToolRun run = await ToolRun.Of(repository.Root, "init", "--hooks");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ai-attribution capture --hook", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(repository.Root, ".husky")));
    }

    [Fact]
    public async Task Rewritten_commits_keep_their_record_through_the_real_hook()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        repository.Write("Z.cs", "class Z;\n").Commit("zero");
        new AgentLog(home.Path, repository.Root, "s1").Respond(AgentLog.At(1.5), 90, "A.cs", Text);
        repository.Write("A.cs", Text).Commit("one");
        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path);
        await ToolRun.Of(repository.Root, "init", "--hooks");
        Dictionary<string, string> path = new() { ["PATH"] = Tool(home.Path) + ":" + Environment.GetEnvironmentVariable("PATH"), ["HOME"] = home.Path };
        foreach (string who in new[] { "AUTHOR", "COMMITTER" })
        {
            path[$"GIT_{who}_NAME"] = "Dev";
            path[$"GIT_{who}_EMAIL"] = "dev@example.com";
        }

        GitProcess.Run(repository.Root, null, path, "commit", "-q", "--amend", "-m", "amended");

        string note = repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD");
        Assert.Equal("s1", Assert.Single(SessionNote.Parse(Encoding.UTF8.GetBytes(note)).Allocations).Session);
    }

    [Theory]
    [InlineData("CLAUDE_CODE_SESSION_ID", 5, LinkMethod.Environment)] // the agent itself commits; its answer of this moment waits for the next capture
    [InlineData("SOMETHING_ELSE", 30, LinkMethod.Content)] // a person commits what the agent left half an hour ago
    internal async Task Real_commit_writes_the_note_beside_a_hook_of_others_and_prints_nothing(string variable, int minutesAgo, LinkMethod method)
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        repository.Write("Z.cs", "class Z;\n").Commit("zero");
        Hook(repository, "post-commit", "#!/bin/sh\necho theirs >> .git/theirs.txt\n");
        await ToolRun.Of(repository.Root, "init", "--hooks");
        AgentLog log = new AgentLog(home.Path, repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-minutesAgo), 90, "A.cs", Text);
        if (method == LinkMethod.Environment)
            log.Respond(DateTimeOffset.UtcNow, 7);
        repository.Write("A.cs", Text).Git("add", "A.cs");

        string printed = Commit(repository, home.Path, variable);

        Assert.Equal("", printed);
        Assert.Equal("theirs\n", repository.Read(".git/theirs.txt"));
        Allocation allocation = Assert.Single(SessionNote.Parse(Encoding.UTF8.GetBytes(repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD"))).Allocations);
        Assert.Equal(("s1", method, 100L), (allocation.Session, allocation.Method, allocation.Usage.Total));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(home.Path, ".cache", "ai-attribution"), "*.cache", SearchOption.AllDirectories));
    }

    /// <summary>The branch brings a tool manifest, an SDK of its choice and commands of its own, and the PATH has the working tree first.</summary>
    [Fact]
    public async Task Nothing_that_a_branch_brings_decides_what_the_hook_runs()
    {
        using TemporaryFolder home = new();
        using TestRepository repository = new();
        repository.Write("Z.cs", "class Z;\n").Commit("zero");
        await ToolRun.Of(repository.Root, "init", "--hooks");
        new AgentLog(home.Path, repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-30), 90, "A.cs", Text);
        repository.Write(".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"aiattribution.tool":{"version":"9.9.9","commands":["ai-attribution"]}}}""")
            .Write("global.json", """{"sdk":{"version":"1.0.0","rollForward":"disable"}}""")
            .Write("nuget.config", "<configuration><packageSources><clear/></packageSources></configuration>")
            .Write("Directory.Build.props", "<Project><Import Project=\"missing\" /></Project>");
        foreach (string command in (string[])["dotnet", "ai-attribution"])
        {
            repository.Write(command, "#!/bin/sh\necho \"$0 $*\" >> .git/ran.txt\n");
            File.SetUnixFileMode(Path.Combine(repository.Root, command), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        repository.Write("A.cs", Text).Git("add", "-A");
        string printed = Commit(repository, home.Path, "SOMETHING_ELSE", $".:{repository.Root}");

        Assert.Equal("", printed);
        Assert.False(File.Exists(Path.Combine(repository.Root, ".git/ran.txt")));
        Assert.Contains("\"s1\"", repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".", false)]
    [InlineData("", false)]
    [InlineData("tools", true)]
    public void A_hook_without_an_installed_tool_takes_one_from_an_absolute_folder_of_the_PATH_only(string folder, bool runs)
    {
        using TemporaryFolder outside = new();
        using TestRepository repository = new();
        string path = runs ? Path.Combine(outside.Path, folder) : folder;
        string place = runs ? path : repository.Root;
        Directory.CreateDirectory(place);
        string command = Path.Combine(place, "ai-attribution");
        File.WriteAllText(command, "#!/bin/sh\necho \"$*\" >> .git/ran.txt\n");
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Hook(repository, "post-commit", HookScripts.All([]).Single(hook => hook.Name == "post-commit").Script);

        Commit(repository, outside.Path, "SOMETHING_ELSE", path, withTool: false);

        Assert.Equal(runs, File.Exists(Path.Combine(repository.Root, ".git/ran.txt")));
    }

    [Theory]
    [InlineData("/home/dev/.dotnet/tools/ai-attribution", "/home/dev/.dotnet/tools/ai-attribution")]
    [InlineData("/usr/share/dotnet/dotnet", "/usr/share/dotnet/dotnet exec /packages/ai-attribution.dll")]
    [InlineData("/repo/app/tools/ai-attribution", "")] // a branch may bring another one
    [InlineData("/opt/host", "")]
    [InlineData(null, "")]
    public void A_hook_runs_the_tool_that_installed_it_unless_it_lies_in_the_working_tree(string? program, string words) =>
        Assert.Equal(words, string.Join(' ', RunningTool.Words(program, "/packages/ai-attribution.dll", "/repo/app/")));

    [Fact]
    public void A_path_with_a_quote_and_a_blank_is_one_word_of_the_script() =>
        Assert.Contains(" '/o'\\''brien/my tools/ai-attribution' \"$@\"\n", HookScripts.All(["/o'brien/my tools/ai-attribution"])[0].Script, StringComparison.Ordinal);

    [Fact]
    public async Task A_hook_that_cannot_be_written_leaves_the_one_that_was_there()
    {
        using TestRepository repository = new();
        Hook(repository, "post-commit", "#!/bin/sh\necho theirs\n");
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git/hooks/post-rewrite"));

        ToolRun run = await ToolRun.Of(repository.Root, "init", "--hooks");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(repository.Root, ".git/hooks"), "*.tmp"));
        Assert.Equal("#!/bin/sh\necho theirs\n", repository.Read(".git/hooks/post-commit.before-ai-attribution"));
    }

    /// <summary>Commits by the real git, as a person does, and gives back all that the terminal shows.</summary>
    private static string Commit(TestRepository repository, string home, string variable, string? firstOnPath = null, bool withTool = true)
    {
        string path = (firstOnPath is null ? "" : firstOnPath + ":") + (withTool ? Tool(home) + ":" : "") + Environment.GetEnvironmentVariable("PATH");
        ProcessStartInfo start = new("sh", ["-c", "git commit -q --allow-empty -m one 2>&1"]) { WorkingDirectory = repository.Root, RedirectStandardOutput = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach ((string name, string value) in new[] { ("PATH", path), ("HOME", home), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("DOTNET_NOLOGO", "1"), (variable, "s1") })
            start.Environment[name] = value;
        foreach (string who in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{who}_NAME"] = "Dev";
            start.Environment[$"GIT_{who}_EMAIL"] = "dev@example.com";
        }

        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : $"exit code {process.ExitCode}: {printed}";
    }

    /// <summary>A folder with the tool as a command.</summary>
    private static string Tool(string home)
    {
        string folder = Path.Combine(home, "bin");
        Directory.CreateDirectory(folder);
        string command = Path.Combine(folder, "ai-attribution");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet '{typeof(ExitCode).Assembly.Location}' \"$@\"\n");
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }

    private static void Hook(TestRepository repository, string name, string text)
    {
        repository.Write(".git/hooks/" + name, text);
        File.SetUnixFileMode(Path.Combine(repository.Root, ".git/hooks", name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
