using System.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.WorkingTree;

public class StagedFilesTests
{
    [Fact]
    public void Text_is_that_of_the_index_and_never_of_the_disk()
    {
        using TestRepository repository = Start();
        repository.Write("A.cs", "staged\n").Git("add", "A.cs");
        repository.Write("A.cs", "only on disk\n");

        Assert.Equal("A.cs A.cs staged", Staged(repository));
    }

    [Fact]
    public void A_renamed_file_is_known_by_its_old_path()
    {
        using TestRepository repository = Start();
        repository.Git("mv", "Long.cs", "Renamed.cs");

        Assert.Equal("Renamed.cs Long.cs " + Long, Staged(repository));
    }

    [Fact]
    public void A_deleted_file_has_no_text_and_an_announced_one_is_not_staged()
    {
        using TestRepository repository = Start();
        repository.Git("rm", "-q", "A.cs");
        repository.Write("New.cs", "new\n").Git("add", "-N", "New.cs");

        Assert.Equal("A.cs A.cs -", Staged(repository));
    }

    [Fact]
    public void Links_and_submodules_have_no_text()
    {
        using TestRepository repository = Start();
        string link = repository.Git("hash-object", "-w", "A.cs").Trim();
        repository.Git("update-index", "--add", "--cacheinfo", $"120000,{link},Link.cs");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{repository.Head},Sub.cs");

        Assert.Equal("Link.cs Link.cs -|Sub.cs Sub.cs -", Staged(repository));
    }

    [Fact]
    public void Paths_in_conflict_are_told_apart()
    {
        using TestRepository repository = Start();
        repository.Git("switch", "-q", "-c", "side");
        repository.Write("A.cs", "side\n").Commit("Side");
        repository.Git("switch", "-q", "main");
        repository.Write("A.cs", "main\n").Commit("Main");
        Assert.Throws<InvalidOperationException>(() => repository.Git("merge", "-q", "side"));

        using GitRepository opened = GitRepository.Open(repository.Root);
        StagedFiles staged = StagedFiles.Read(opened, null);

        Assert.Equal(["A.cs"], staged.Conflicts);
        Assert.Empty(staged.All);
    }

    [Theory]
    [InlineData("update-index", "--split-index")]
    [InlineData("update-index", "--index-version=4")]
    [InlineData("update-index", "--assume-unchanged", "Long.cs")]
    [InlineData("sparse-checkout", "set", "--sparse-index", "folder")]
    public void Every_form_of_index_is_read(params string[] command)
    {
        using TestRepository repository = Start();
        repository.Git(command);
        repository.Write("folder/B.cs", "staged\n").Git("add", "folder/B.cs");
        repository.Git(command);

        Assert.Equal("folder/B.cs folder/B.cs staged", Staged(repository));
    }

    [Fact]
    public void The_index_of_a_commit_of_single_files_counts_where_it_is_named()
    {
        using TestRepository repository = Start();
        string other = Path.Combine(repository.Root, ".git", "next-index");
        File.Copy(Path.Combine(repository.Root, ".git", "index"), other);
        repository.Write("A.cs", "staged\n").Git("add", "A.cs");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Empty(StagedFiles.Read(opened, other).All);
        Assert.Single(StagedFiles.Read(opened, null).All);
    }

    [Fact]
    public void A_damaged_index_is_told()
    {
        using TestRepository repository = Start();
        repository.Write(".git/index", "DIRCnothing of an index");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal("git cannot read what is staged", Assert.Throws<RepositoryException>(() => StagedFiles.Read(opened, null)).Message);
    }

    [Fact]
    public void Paths_of_the_next_commit_have_what_is_added_and_not_what_is_gone()
    {
        using TestRepository repository = Start();
        repository.Git("mv", "Long.cs", "Renamed.cs");
        repository.Git("rm", "-q", "A.cs");
        repository.Write("New.cs", "new\n").Git("add", "New.cs");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal(["New.cs", "Renamed.cs", "folder/B.cs"], StagedFiles.Read(opened, null).Paths(repository.Head).Order(StringComparer.Ordinal));
    }

    private static string Long => string.Join('/', Enumerable.Range(0, 20));

    private static TestRepository Start()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "first\n").Write("folder/B.cs", "second\n").Write("Long.cs", Long.Replace('/', '\n') + "\n").Commit("Start");
        return repository;
    }

    private static string Staged(TestRepository repository)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        StagedFiles staged = StagedFiles.Read(opened, null);
        return string.Join('|', staged.All.Select(file => $"{file.Path} {file.Committed} {(staged.Text(repository.Head, file.Path, 1000) is { } text ? Encoding.UTF8.GetString(text).Trim().Replace('\n', '/') : "-")}"));
    }
}
