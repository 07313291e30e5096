using System.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>A repository of two commits, the second by an agent, into which tests put what is damaged or too much.</summary>
internal static class TwoCommits
{
    public static TestRepository Make()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit(ScanRunner.ByClaude);
        return repository;
    }

    public static void CommitTree(TestRepository repository, string tree) =>
        repository.Git("update-ref", "HEAD", repository.Git("commit-tree", tree, "-p", "HEAD", "-m", "Another tree").Trim());

    public static string MakeTree(TestRepository repository, string entries) =>
        GitProcess.Run(repository.Root, Encoding.UTF8.GetBytes(entries), new Dictionary<string, string>(), "mktree").Trim();

    public static RepositoryException Problem(TestRepository repository, GitReader reader) => Assert.Throws<RepositoryException>(() =>
    {
        using GitRepository opened = GitRepository.Open(repository.Root, reader);
        BlameCheck.Scan(opened);
    });
}
