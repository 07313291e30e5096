using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A tool whose files may not grow: what a full disk, a quota and a limit of the shell come to.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FullDiskTests : IDisposable
{
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    [UnixTheory]
    [InlineData("init")]
    [InlineData("init", "--force")]
    [InlineData("init", "--hooks")]
    [InlineData("init", "--pre-commit")]
    [InlineData("init", "--agent-hooks", "claude-code")]
    [InlineData("report", "--output", "artifacts")]
    [InlineData("deployments", "add", "--env", "production")]
    [InlineData("deployments", "add", "--env", "production", "--note")]
    public void What_cannot_be_written_is_told_and_what_was_there_stays_as_it_was(params string[] arguments)
    {
        if (arguments is not ["init"])
            _repository.Write("ai-attribution.json", "{}");
        _repository.Write("deployments.jsonl", "");
        foreach (string hook in (string[])["post-commit", "pre-commit"])
            _repository.Write($".git/hooks/{hook}", "#!/bin/sh\n");
        string[] before = Files();

        (int exitCode, string output) = Run(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(" cannot be written", output, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [UnixTheory]
    [InlineData("lines")]
    [InlineData("check")]
    public void What_is_only_read_is_told_without_a_cache(string verb)
    {
        (int exitCode, string output) = Run(verb);

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("unexpected", output, StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();

    /// <summary>All files but git's objects and the cache, with mode and content.</summary>
    private string[] Files() =>
        [.. from file in Directory.GetFiles(_repository.Root, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(_repository.Root, file)
            where !path.StartsWith(".git/objects/", StringComparison.Ordinal) && !path.StartsWith(".git/ai-attribution/", StringComparison.Ordinal)
            orderby path
            select $"{path} {File.GetUnixFileMode(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"];

    private (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; ulimit -f 0; exec dotnet exec \"$@\" 2>&1", "sh", typeof(ExitCode).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _repository.Root,
            RedirectStandardOutput = true,
        };
        // What the runtime maps twice is a file, too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
