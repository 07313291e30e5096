using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning.Notes;

public class PatchIdTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_id_is_the_one_of_git_for_every_commit_of_a_generated_history(int seed)
    {
        using var history = new GeneratedHistory(seed, 40);

        AssertAsGit(history.Repository);
    }

    [Fact]
    public void The_id_is_the_one_of_git_for_new_modes_binaries_links_and_empty_files()
    {
        using var repository = new TestRepository();
        repository.Write("a b.cs", "one\n\ttwo\n").Write("Empty.txt", "").Write("Data.bin", [1, 0, 2]).Write("Last.txt", "x").Commit("Start");
        repository.Write("Data.bin", [1, 0, 3]).Write("Last.txt", "x\ny").Commit("Change");
        repository.Write("Empty.txt", "no longer\n").Git("update-index", "--chmod=+x", "Last.txt");
        repository.CommitStaged("Mode");
        repository.Commit("Fill");
        File.Delete(Path.Combine(repository.Root, "Last.txt"));
        File.CreateSymbolicLink(Path.Combine(repository.Root, "Last.txt"), "a b.cs");
        repository.Commit("Link");

        AssertAsGit(repository);
    }

    private static void AssertAsGit(TestRepository repository)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        using var patches = new PatchId(opened);
        string[] commits = repository.Git("rev-list", "--no-merges", "--min-parents=1", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(commits);
        foreach (string commit in commits)
        {
            byte[] patch = System.Text.Encoding.Latin1.GetBytes(GitProcess.Run(repository.Root, "-c", "core.quotePath=false", "diff-tree", "-p", "--full-index", "--no-ext-diff", commit));
            string git = GitProcess.Run(repository.Root, patch, new Dictionary<string, string>(), "patch-id", "--stable").Split(' ')[0];
            var changes = new List<TreeChange>();
            new TreeComparer(opened.Trees).Compare(Tree(opened, repository, commit + "^"), Tree(opened, repository, commit), changes);

            Assert.Equal(git, patches.Of(changes) ?? "");
        }
    }

    private static ObjectId Tree(GitRepository opened, TestRepository repository, string commit) =>
        opened.Graph.Read(ObjectId.Parse(repository.Git("rev-parse", commit).Trim())).Tree;
}
