using AiAttribution.Core.Deployments;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Deployments;

/// <summary>Which commits come before which is kept from one run to the next.</summary>
public sealed class KnownOrderTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly string _first;
    private readonly string _second;

    public KnownOrderTests()
    {
        _first = _repository.Write("a", "1").Commit("First");
        _second = _repository.Write("a", "2").Commit("Second");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Next_run_has_the_answers_of_the_last_without_a_walk()
    {
        Assert.Equal((true, false, 1), Run());

        Assert.Equal((true, false, 0), Run());
    }

    [Fact]
    public void Run_that_learned_nothing_writes_nothing()
    {
        Run();
        using GitRepository opened = GitRepository.Open(_repository.Root);
        KnownOrder order = Order(opened, () => { });
        File.Delete(Kept());

        Assert.True(order.IsAncestor(_first, _second));
        order.Save();

        Assert.Empty(Files());
    }

    [Fact]
    public void Another_walk_shares_what_is_known()
    {
        Run();
        using GitRepository opened = GitRepository.Open(_repository.Root);
        int walks = 0;
        KnownOrder order = Order(opened, () => { }).With(() => Walk(opened, () => walks++));
        string kept = Kept();
        byte[] before = File.ReadAllBytes(kept);

        Assert.True(order.IsAncestor(_first, _second));
        Assert.Equal(0, walks);
        Assert.True(order.IsAncestor(_first, _first));
        Assert.Equal(1, walks);
        order.Save();

        Assert.NotEqual(before, File.ReadAllBytes(kept));
        Assert.Equal((true, false, 0), Run());
    }

    [Fact]
    public void Damaged_answers_are_found_again()
    {
        Run();
        byte[] kept = File.ReadAllBytes(Kept());
        for (int length = 0; length < kept.Length; length += 5)
        {
            File.WriteAllBytes(Kept(), kept[..length]);

            Assert.Equal((true, false, 1), Run());
            Assert.Equal(kept, File.ReadAllBytes(Kept()));
        }
    }

    [Fact]
    public void History_that_is_replaced_has_answers_of_its_own()
    {
        Run();
        _repository.Git("replace", "--graft", _second);

        Assert.Equal((false, false, 1), Run());
        Assert.Equal(2, Files().Length);

        _repository.Git("replace", "-d", _second);

        Assert.Equal((true, false, 0), Run());
    }

    [Fact]
    public void Without_a_folder_every_run_walks()
    {
        for (int run = 0; run < 2; run++)
        {
            using GitRepository opened = GitRepository.Open(_repository.Root);
            opened.Caches = CacheFolder.None;
            int walks = 0;
            KnownOrder order = Order(opened, () => walks++);

            Assert.True(order.IsAncestor(_first, _second));
            order.Save();

            Assert.Equal(1, walks);
        }

        Assert.Empty(Files());
    }

    private (bool Forth, bool Back, int Walks) Run()
    {
        using GitRepository opened = GitRepository.Open(_repository.Root);
        int walks = 0;
        KnownOrder order = Order(opened, () => walks++);
        (bool, bool) answers = (order.IsAncestor(_first, _second), order.IsAncestor(_second, _first));
        order.Save();
        return (answers.Item1, answers.Item2, walks);
    }

    private KnownOrder Order(GitRepository opened, Action walked) => new(opened, () => Walk(opened, walked));

    private ICommitOrder Walk(GitRepository opened, Action walked)
    {
        walked();
        return opened.CommitOrder([_first, _second], [_first, _second]);
    }

    private string Kept() => Assert.Single(Files());

    private string[] Files() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*-order.cache") : [];

    private string Folder => Path.Combine(_repository.Root, ".git", "ai-attribution");
}
