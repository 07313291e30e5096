using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>A cloned repository is untrusted: what its configuration names must not run because the git command reads it.</summary>
public class GitCommandSafetyTests
{
    [Theory]
    [InlineData("core.fsmonitor")]
    [InlineData("core.pager")]
    [InlineData("pager.cat-file")]
    [InlineData("core.sshCommand")]
    [InlineData("core.alternateRefsCommand")]
    [InlineData("core.gitProxy")]
    [InlineData("alias.cat-file")]
    [InlineData("alias.rev-parse")]
    [InlineData("diff.external")]
    [InlineData("diff.cs.textconv")]
    [InlineData("filter.cs.smudge")]
    [InlineData("credential.helper")]
    [InlineData("gpg.program")]
    [InlineData("uploadpack.packObjectsHook")]
    public void Nothing_that_the_repository_configures_is_run(string key)
    {
        using var evidence = new TemporaryFolder();
        using TestRepository repository = WithCommit();
        repository.Git("config", key, Trap(evidence, key.StartsWith("alias.", StringComparison.Ordinal) ? "!" : ""));
        repository.Write(".gitattributes", "*.cs diff=cs filter=cs\n");

        ReadAll(repository.Root);

        Assert.Empty(Directory.EnumerateFileSystemEntries(evidence.Path));
    }

    [Fact]
    public void No_hook_is_run()
    {
        using var evidence = new TemporaryFolder();
        using TestRepository repository = WithCommit();
        foreach (string hook in (string[])["post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "post-checkout"])
        {
            string file = Path.Combine(repository.Root, ".git", "hooks", hook);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"#!/bin/sh\n{Trap(evidence, "")}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }

        ReadAll(repository.Root);

        Assert.Empty(Directory.EnumerateFileSystemEntries(evidence.Path));
    }

    [Fact]
    public void An_object_that_a_hidden_remote_promises_is_not_fetched()
    {
        using var evidence = new TemporaryFolder();
        using TestRepository repository = WithCommit();
        string blob = repository.Git("rev-parse", "HEAD:A.cs").Trim();

        // The setting stands in a file that is included on a condition, where the look into the configuration for a partial clone does not find it.
        repository.Git("config", "includeIf.gitdir:/.path", "hidden");
        File.WriteAllText(Path.Combine(repository.Root, ".git", "hidden"), $"""
            [remote "far"]
                url = {repository.Root}
                promisor = true
                uploadpack = "{Trap(evidence, "")};git-upload-pack"
            """);
        File.Delete(Path.Combine(repository.Root, ".git", "objects", blob[..2], blob[2..]));
        using GitRepository opened = GitRepository.Open(repository.Root, GitReader.GitCommand);

        Assert.Null(opened.ReadFile(repository.Head, "A.cs", 100));
        Assert.Empty(Directory.EnumerateFileSystemEntries(evidence.Path));
        Assert.ThrowsAny<InvalidOperationException>(() => repository.Git("cat-file", "-p", blob));
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(evidence.Path));
    }

    private static string Trap(TemporaryFolder evidence, string prefix) => $"{prefix}touch {evidence.Path}/run";

    private static void ReadAll(string root)
    {
        using GitRepository opened = GitRepository.Open(root, GitReader.GitCommand);
        string commit = opened.ResolveCommit("HEAD");
        Assert.Empty(opened.Tags());
        Assert.NotNull(opened.ReadFile(commit, "A.cs", 100));
        Assert.Single(BlameCheck.Scan(opened).Files);
    }

    private static TestRepository WithCommit()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        return repository;
    }
}
