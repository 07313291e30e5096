using System.Text.Json;
using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests;

public class WorkingTests
{
    [Fact]
    public void Build_warns_of_a_method_that_a_session_has_just_written_until_a_test_runs_it_and_stays_silent_once_it_is_committed()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        using var home = new TemporaryFolder();
        sandbox.CommitPrices(PricesSource.Plain, "Add prices");
        sandbox.Repository.Git("tag", "v1.0.0");
        sandbox.Write(sandbox.Prices, PricesSource.WithMethod);
        Assert.Empty(sandbox.Build().Succeeded().Own);
        Log(home.Path, sandbox.PathOf(sandbox.Prices), PricesSource.WithMethod, PricesSource.Plain);

        Assert.Equal(0, sandbox.Tool("working", "--home", home.Path).ExitCode);

        BuildDiagnostic unmeasured = Assert.Single(sandbox.Build().Succeeded().Own);
        Assert.Equal(("AIA1005", 7), (unmeasured.Code, unmeasured.Line));
        Assert.Contains("claude-code claude-sonnet-4-5, 1 session), it is not committed yet, and no coverage is known", unmeasured.Message);

        sandbox.MeasureNothing();
        Assert.Contains("no test runs it, and it is not committed yet: add a test that runs it", Assert.Single(sandbox.Build().Succeeded().Of("AIA1001")).Message);

        sandbox.Write("TestResults/1/coverage.cobertura.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 1));
        Assert.Empty(sandbox.Build().Succeeded().Own);

        sandbox.Repository.Git("add", sandbox.Prices);
        (int exitCode, string output) = sandbox.Tool("check", "--staged");
        Assert.Equal(0, exitCode);
        Assert.Contains("no AI-heavy member of what is staged lacks a test.", output);
        sandbox.Repository.CommitStaged("Add a method\n\nAssisted-by: claude-code:claude-sonnet-4-5\n");
        Assert.Empty(sandbox.Build().Succeeded().Own);
    }

    /// <summary>The log of a session that writes a file as a whole, with what it found there.</summary>
    private static void Log(string home, string file, string text, string before)
    {
        string folder = Path.Combine(home, ".claude", "projects", "app");
        Directory.CreateDirectory(folder);
        string[] lines = [JsonSerializer.Serialize(new
        {
            sessionId = "s1",
            cwd = Path.GetDirectoryName(file),
            timestamp = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            type = "assistant",
            requestId = "r1",
            message = new { id = "m1", role = "assistant", model = "claude-sonnet-4-5", content = new[] { new { type = "tool_use", id = "t1", name = "Write", input = new { file_path = file, content = text } } }, usage = new { input_tokens = 1, output_tokens = 1 } },
        }), JsonSerializer.Serialize(new
        {
            sessionId = "s1",
            type = "user",
            message = new { role = "user", content = new[] { new { type = "tool_result", tool_use_id = "t1", content = "ok" } } },
            toolUseResult = new { type = "update", originalFile = before },
        })];
        File.WriteAllLines(Path.Combine(folder, "s1.jsonl"), lines);
    }
}
