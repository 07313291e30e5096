using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>The agents' logs of the shared homes, a repository made to match them, and a clone of it that never saw a log.</summary>
public class SharedHomeLinkTests
{
    private const string Folder = "/home/dev/app";

    [SharedDataFact]
    public async Task One_command_shows_sessions_tokens_links_with_their_sign_and_the_rest()
    {
        using TemporaryFolder home = Home();
        using TestRepository repository = Repository();

        ToolRun run = await ToolRun.Of(repository.Root, "sessions", "--links", "--home", home.Path, "--worked-in", Folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await Verify(run.Out);
    }

    [SharedDataFact]
    public async Task Sessions_and_links_cost_what_the_policy_says()
    {
        using TemporaryFolder home = Home();
        using TestRepository repository = Repository();
        const string Policy = """{ "prices": [{ "models": ["gpt-5.2-codex"], "from": "2026-05-01", "input": 1000, "output": 0, "cacheRead": 0 }, { "models": ["*"], "until": "2026-04-30", "input": 7000, "output": 7000 }] }""";
        Commit(repository, "2026-05-01T14:00:00Z", "ai-attribution.json", Policy, "prices");

        ToolRun run = await ToolRun.Of(repository.Root, "sessions", "--links", "--home", home.Path, "--worked-in", Folder);

        string codex = Array.Find(run.Out.Split('\n'), line => line.Contains("gpt-5.2-codex", StringComparison.Ordinal))!;
        Assert.Contains("$1.60", codex, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task Build_in_a_fresh_clone_with_fetched_notes_shows_the_same_totals()
    {
        using TemporaryFolder home = Home();
        using TestRepository repository = Repository();
        long linked = (await Links(repository.Root, home.Path)).GetProperty("sessions").EnumerateArray().Sum(s => s.GetProperty("linked").GetInt64());
        await ToolRun.Of(repository.Root, "backfill", "--home", home.Path, "--worked-in", Folder);
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "clone", "-q", "--no-local", repository.Root, "clone");
        string clone = Path.Combine(folder.Path, "clone");
        GitProcess.Run(clone, "fetch", "-q", "origin", "refs/notes/aiattribution/sessions:refs/notes/aiattribution/sessions");

        ToolRun report = await ToolRun.Of(clone, "report", "--format", "json", "--output", Path.Combine(folder.Path, "out"));

        Assert.Equal(0, report.ExitCode);
        JsonElement tokens = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "AiAttribution.json"))).RootElement.GetProperty("tokens");
        Assert.Equal(linked, tokens.GetProperty("history").GetProperty("total").GetInt64());
        Assert.Equal(linked, (await Links(repository.Root, home.Path)).GetProperty("tokensInGit").GetInt64());
        Assert.Equal(1, tokens.GetProperty("aiCommitsWithoutSession").GetInt32());
    }

    private static async Task<JsonElement> Links(string repository, string home) =>
        JsonDocument.Parse((await ToolRun.Of(repository, "sessions", "--links", "--home", home, "--worked-in", Folder, "--format", "json")).Out).RootElement;

    /// <summary>All agents of the shared homes in one.</summary>
    private static TemporaryFolder Home()
    {
        var home = new TemporaryFolder();
        foreach (string source in new[] { SharedData.PathOf("agent-homes/base"), SharedData.PathOf("agent-homes/other") })
        {
            foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(home.Path, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        return home;
    }

    /// <summary>Commits at the times of the sessions: one that they edited the file of, two that name a session, one of which nothing is known, one by hand.</summary>
    private static TestRepository Repository()
    {
        var repository = new TestRepository();
        Commit(repository, "2026-05-01T09:00:00Z", "Foo.cs", "class Foo;\n", "start");
        Commit(repository, "2026-05-01T10:00:20Z", "Foo.cs", "class Foo\n{\n    int Sum(int a, int b) => a + b;\n}\n", "Sum\n\nCo-authored-by: Claude <noreply@anthropic.com>\n");
        Commit(repository, "2026-05-01T10:30:00Z", "Bar.cs", "class Bar\n{\n    int Half(int a) => a / 2;\n}\n", "Half\n\nCopilot-Session: dddd0000-0000-4000-8000-000000000001\n");
        Commit(repository, "2026-05-01T10:40:00Z", "Baz.cs", "class Baz\n{\n    int Twice(int a) => a * 2;\n}\n", "Twice\n\nAI-Session: goose/20260501_1\n");
        Commit(repository, "2026-05-01T12:00:00Z", "Qux.cs", "class Qux;\n", "Qux\n\nAssisted-by: Codex:gpt-5.2-codex\n");
        Commit(repository, "2026-05-01T13:00:00Z", "Readme.cs", "class Readme;\n", "by hand");
        return repository;
    }

    private static void Commit(TestRepository repository, string time, string path, string text, string message)
    {
        repository.Write(path, text).Git("add", "-A");
        Dictionary<string, string> environment = [];
        foreach (string who in new[] { "AUTHOR", "COMMITTER" })
        {
            environment[$"GIT_{who}_NAME"] = "Dev";
            environment[$"GIT_{who}_EMAIL"] = "dev@example.com";
            environment[$"GIT_{who}_DATE"] = time;
        }

        GitProcess.Run(repository.Root, null, environment, "commit", "-q", "-m", message);
    }
}
