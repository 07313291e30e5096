using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class ReaderAgreementTests
{
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Both_readers_give_the_same_lines_of_a_generated_history(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 50);
        using GitRepository native = GitRepository.Open(history.Repository.Root, GitReader.LibGit2);
        using GitRepository command = GitRepository.Open(history.Repository.Root, GitReader.GitCommand);

        AttributionResult expected = BlameCheck.Scan(native);
        AttributionResult actual = BlameCheck.Scan(command);

        Assert.Equal(expected.Files.Keys.Order(StringComparer.Ordinal), actual.Files.Keys.Order(StringComparer.Ordinal));
        foreach ((string path, FileAttribution file) in expected.Files)
        {
            Assert.Equal(file.Runs.Select(run => (run.First, run.Count, run.State)), actual.Files[path].Runs.Select(run => (run.First, run.Count, run.State)));
            Assert.Equal(BlameCheck.Origins(expected, path), BlameCheck.Origins(actual, path));
        }
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void SHA_256_objects_give_the_lines_of_git_blame(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 40, ObjectFormat.Sha256);

        BlameCheck.Agrees(history.Repository.Root, GitReader.Automatic);
    }

    [Fact]
    public void Evidence_that_names_SHA_256_commits_counts()
    {
        using var repository = new TestRepository(ObjectFormat.Sha256);
        string listed = repository.Write("A.cs", "1\n").Commit("Listed");
        string noted = repository.Write("A.cs", "1\n2\n").Commit("Noted");
        string ignored = repository.Write("A.cs", "1\n 2\n").Commit("Indent");
        repository.Write("note", "A.cs\n  1234567890abcdef 2\n---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":{\"1234567890abcdef\":{\"agent_id\":{\"tool\":\"codex\",\"id\":\"s1\",\"model\":\"gpt-5\"}}}}");
        repository.Git("notes", "--ref=ai", "add", "-F", "note", noted);
        repository.Write(".ai-attribution-revs", $"{listed} claude-code\n");
        repository.Write(".git-blame-ignore-revs", ignored + "\n");
        using GitRepository opened = GitRepository.Open(repository.Root);

        AttributionResult result = BlameCheck.Scan(opened);

        Assert.Equal(64, listed.Length);
        Assert.Equal(
            [(listed, "claude-code"), (noted, "codex")],
            result.Files["A.cs"].Runs.Select(run => (result.Sources[run.Source].Commit, result.Sources[run.Source].Evidence[0].Agent)));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Tags_and_files_are_the_same_through_each_reader(GitReader reader)
    {
        using var repository = new TestRepository();
        string first = repository.Write("a/A.cs", "1\n").Write("B.txt", "22\n").Commit("First");
        string second = repository.Write("a/A.cs", "2\n").Commit("Second");
        repository.Git("tag", "-a", "-m", "one", "v1", first);
        repository.Git("tag", "-a", "-m", "tag of a tag", "v1-again", "v1");
        repository.Git("tag", "light", second);
        repository.Git("tag", "a-tree", "HEAD^{tree}");
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        Assert.Equal(reader, opened.Reader);
        Assert.Equal([("light", second), ("v1", first), ("v1-again", first)], opened.Tags().Select(tag => (tag.Name, tag.Commit)));
        Assert.Equal(["B.txt", "a/A.cs"], opened.ListFiles(second));
        Assert.Equal("1\n"u8.ToArray(), opened.ReadFile(first, "a/A.cs", 2));
        Assert.Null(opened.ReadFile(first, "B.txt", 2));
        Assert.Equal("22\n"u8.ToArray(), opened.ReadFile(first, "B.txt", 3));
        Assert.Null(opened.ReadFile(first, "C.txt", 3));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_revision_that_is_none_is_refused_and_never_taken_for_an_option(GitReader reader)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        foreach (string rev in (string[])["nothing", "--git-dir", "--all", "", "HEAD:A.cs", "a b\nc"])
            Assert.Equal(RepositoryProblem.BadRevision, Assert.Throws<RepositoryException>(() => opened.ResolveCommit(rev)).Problem);
    }

    [Fact]
    public void Many_threads_read_through_the_git_command_at_once()
    {
        using var repository = new TestRepository();
        for (int i = 0; i < 40; i++)
            repository.Write($"F{i}.cs", string.Concat(Enumerable.Repeat($"text {i}\n", 1 + i * 400)));
        string commit = repository.Commit("Files");
        using GitRepository opened = GitRepository.Open(repository.Root, GitReader.GitCommand);

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            byte[] expected = File.ReadAllBytes(Path.Combine(repository.Root, $"F{i % 40}.cs"));
            Assert.Equal(expected, opened.ReadFile(commit, $"F{i % 40}.cs", int.MaxValue));
        });
    }
}
