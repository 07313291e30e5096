using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Sessions;

/// <summary>What a server does to a branch when it merges it. No hook runs there, so no note follows.</summary>
public class ServerRewriteTests
{
    [Fact]
    public void Squash_onto_the_commit_that_the_branch_left_from_has_the_tokens_of_all_its_commits()
    {
        using TestRepository repository = Branch(out string one, out string two);
        Note(repository, one, "s1", 100);
        Note(repository, two, "s2", 20);
        repository.Git("merge", "-q", "--squash", "work");
        string squashed = repository.Commit("squashed");

        Assert.Equal((squashed, 120L, 0), Summary(repository.Root));
    }

    [Fact]
    public void Squash_onto_a_newer_commit_has_them_too()
    {
        using TestRepository repository = Branch(out string one, out string two);
        Note(repository, one, "s1", 100);
        Note(repository, two, "s2", 20);
        repository.Write("Other.cs", "class Other;\n").Commit("other work");
        repository.Git("merge", "-q", "--squash", "work");
        string squashed = repository.Commit("squashed");

        Assert.Equal((squashed, 120L, 0), Summary(repository.Root));
    }

    [Fact]
    public void Squash_of_a_branch_whose_last_commit_has_no_record_is_found_by_the_branch()
    {
        using TestRepository repository = Branch(out string one, out _);
        Note(repository, one, "s1", 100);
        repository.Write("Other.cs", "class Other;\n").Commit("other work");
        repository.Git("merge", "-q", "--squash", "work");
        string squashed = repository.Commit("squashed");

        Assert.Equal((squashed, 100L, 0), Summary(repository.Root));
    }

    [Fact]
    public void Squash_is_found_again_with_what_an_earlier_build_kept()
    {
        using TestRepository repository = Branch(out string one, out _);
        Note(repository, one, "s1", 100);
        repository.Write("Other.cs", "class Other;\n").Commit("other work");
        repository.Git("merge", "-q", "--squash", "work");
        string squashed = repository.Commit("squashed");

        Assert.Equal((squashed, 100L, 0), Summary(repository.Root, useCache: true));
        Assert.Equal((squashed, 100L, 0), Summary(repository.Root, useCache: true));
        Assert.Single(Directory.GetFiles(Path.Combine(repository.Root, ".git", "ai-attribution"), "paths-*"));
    }

    [Fact]
    public void Rebased_commits_have_the_tokens_of_their_originals_each()
    {
        using TestRepository repository = Branch(out string one, out string two);
        Note(repository, one, "s1", 100);
        Note(repository, two, "s2", 20);
        repository.Write("Other.cs", "class Other;\n").Commit("other work");
        repository.Git("cherry-pick", one, two);

        TokenLedger ledger = Read(repository.Root);

        Assert.Equal([100L, 20L], ledger.Commits.Select(c => c.Total.Usage.Total).OrderDescending());
    }

    [Fact]
    public void Commit_picked_to_a_release_branch_counts_once_in_each_history()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "class A;\n").Commit("start");
        repository.Git("branch", "release");
        string one = repository.Write("B.cs", "class B;\n").Commit("one");
        Note(repository, one, "s1", 100);
        repository.Git("checkout", "-q", "release");
        repository.Write("Z.cs", "class Z;\n").Commit("release work");
        repository.Git("cherry-pick", one);

        Assert.Equal(100, Read(repository.Root).Total.Usage.Total);
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "release");
        Assert.Equal(100, Read(repository.Root).Total.Usage.Total);
    }

    [Fact]
    public void Branch_that_was_not_merged_keeps_its_tokens_to_itself()
    {
        using TestRepository repository = Branch(out string one, out _);
        Note(repository, one, "s1", 100);
        repository.Write("B.cs", "class B;\nclass B2;\n").Commit("something alike");

        Assert.Equal(("", 0L, 1), Summary(repository.Root));
    }

    [Fact]
    public void Rebased_commit_is_known_in_a_clone_that_never_saw_the_original()
    {
        using TestRepository repository = Branch(out string one, out _);
        Note(repository, one, "s1", 100);
        repository.Write("Other.cs", "class Other;\n").Commit("other work");
        repository.Git("cherry-pick", one);
        string picked = repository.Git("rev-parse", "HEAD").Trim();
        repository.Git("branch", "-q", "-D", "work");
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "clone", "-q", "--no-local", "--single-branch", repository.Root, "clone");
        string clone = Path.Combine(folder.Path, "clone");
        GitProcess.Run(clone, "fetch", "-q", "origin", "refs/notes/aiattribution/sessions:refs/notes/aiattribution/sessions");

        Assert.Equal((picked, 100L, 0), Summary(clone));
    }

    /// <summary>A repository on main, with a branch of two commits beside it.</summary>
    private static TestRepository Branch(out string one, out string two)
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("start");
        repository.Git("checkout", "-q", "-b", "work");
        one = repository.Write("B.cs", "class B;\n").Commit("one");
        two = repository.Write("C.cs", "class C;\n").Write("B.cs", "class B;\nclass B2;\n").Commit("two");
        repository.Git("checkout", "-q", "main");
        return repository;
    }

    private static (string Commit, long Tokens, int Elsewhere) Summary(string folder, bool useCache = false)
    {
        TokenLedger ledger = Read(folder, useCache);
        return (string.Join(' ', ledger.Commits.Select(c => c.Commit)), ledger.Total.Usage.Total, ledger.Elsewhere.Count);
    }

    private static TokenLedger Read(string folder, bool useCache = false)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = folder, UseCache = useCache });
        return collection.History!.Tokens;
    }

    private static void Note(TestRepository repository, string commit, string session, long output)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        Allocation allocation = new() { Id = session, Agent = "claude-code", Session = session, Models = [new ModelUsage("m", new TokenUsage(0, output))] };
        new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = [allocation] }, "Record");
    }
}
