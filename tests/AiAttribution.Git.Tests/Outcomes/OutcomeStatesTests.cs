using System.Text;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Outcomes;

/// <summary>What a walk leaves for the next one changes its time and nothing else.</summary>
public sealed class OutcomeStatesTests
{
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 80)]
    public void Outcomes_after_each_commit_equal_those_from_nothing(int seed, int weeks)
    {
        using var history = new ShopHistory(seed, commits: 60);
        var random = new Random(seed);
        history.Release("v1.0.0", history.Main[0]);
        for (int i = 1; i < history.Main.Count; i++)
        {
            if (random.Next(5) == 0)
                history.Release($"v{1 + (i / 25)}.{i}.0", history.Main[i - random.Next(2)]);
            if (history.Fixes.TryGetValue(i, out string? fix) && random.Next(2) == 0)
                history.Release($"v1.{i}.1", fix);
            if (random.Next(12) == 0)
                history.Repository.Git("notes", "--ref=ai", "add", "-f", "-m", "src/A.cs\n  1234567890abcdef 1-9\n---\n{}", history.Main[random.Next(i)]);
            if (random.Next(8) == 0)
                AssertSame(history.Repository, fix ?? history.Main[random.Next(i)], weeks);
            if (random.Next(4) > 0)
                AssertSame(history.Repository, history.Main[i], weeks);
        }
    }

    [Fact]
    public void Next_commit_reads_only_what_changed()
    {
        using TestRepository repository = Shop();
        string gone = repository.Git("rev-parse", "HEAD~1:Old.cs").Trim();
        Read(repository, repository.Head, 8, useCache: true);
        repository.Wait(1).Write("Cart.cs", "class Cart\n{\n    int one;\n    int two;\n}\n").Commit("Next");
        string expected = Read(repository, repository.Head, 8, useCache: false);

        File.Delete(Path.Combine(repository.Root, ".git", "objects", gone[..2], gone[2..]));

        Assert.Equal(expected, Read(repository, repository.Head, 8, useCache: true));
    }

    [Fact]
    public void Outcomes_are_computed_anew_when_a_content_came_that_was_not_in_the_clone()
    {
        using TestRepository repository = Shop();
        string expected = Read(repository, repository.Head, 8, useCache: false);
        string gone = repository.Git("rev-parse", "HEAD~1:Old.cs").Trim();
        string file = Path.Combine(repository.Root, ".git", "objects", gone[..2], gone[2..]);
        File.Move(file, file + "-away");
        Read(repository, repository.Head, 8, useCache: true);

        File.Move(file + "-away", file);

        Assert.Equal(expected, Read(repository, repository.Head, 8, useCache: true));
    }

    [Fact]
    public void Deployment_that_tells_that_a_commit_is_older_than_it_says_counts()
    {
        using TestRepository repository = Shop();
        Read(repository, repository.Head, 8, useCache: true);
        string earlier = $$"""{"v":1,"source":"manual","sourceId":"1","env":"production","service":"","sha":"{{repository.Head}}","status":"success","finishedAt":"2026-01-10T00:00:00Z"}""";

        Assert.Equal(Read(repository, repository.Head, 8, useCache: false, earlier), Read(repository, repository.Head, 8, useCache: true, earlier));
        Assert.NotEqual(Read(repository, repository.Head, 8, useCache: false), Read(repository, repository.Head, 8, useCache: false, earlier));
    }

    [Fact]
    public void Damaged_state_is_built_anew()
    {
        using TestRepository repository = Shop();
        Read(repository, repository.Head, 8, useCache: true);
        string file = Path.Combine(repository.Root, ".git", "ai-attribution", "states-8.cache");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^20] ^= 1;
        File.WriteAllBytes(file, bytes);
        repository.Write("Cart.cs", "class Cart\n{\n    int two;\n}\n").Commit("Next");

        AssertSame(repository, repository.Head, 8);
        Assert.NotEqual(bytes, File.ReadAllBytes(file));
    }

    /// <summary>One type that lasts in production, and another that was deleted there.</summary>
    private static TestRepository Shop()
    {
        var repository = new TestRepository();
        repository.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n").Write("Base.cs", "class Base\n{\n    int zero;\n}\n").Commit("Begin");
        repository.Git("tag", "v1.0.0");
        repository.Wait(1).Write("Old.cs", "class Old\n{\n    int old;\n}\n").Write("Cart.cs", "class Cart\n{\n    int one;\n}\n").Commit("Add");
        repository.Git("tag", "v1.1.0");
        File.Delete(Path.Combine(repository.Root, "Old.cs"));
        repository.Wait(20).Commit("Delete");
        repository.Git("tag", "v1.2.0");
        return repository;
    }

    private static void AssertSame(TestRepository repository, string commit, int weeks) =>
        Assert.Equal(Read(repository, commit, weeks, useCache: false), Read(repository, commit, weeks, useCache: true));

    /// <summary>All figures, bit by bit.</summary>
    private static string Read(TestRepository repository, string commit, int weeks, bool useCache, string records = "")
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        var deployments = DeploymentHistory.Read(opened, AttributionPolicy.Default, DeploymentReader.Read(records.Length == 0 ? [] : [new DeploymentFile("records.jsonl", Encoding.UTF8.GetBytes(records))]), []);
        var scanner = new OutcomeScanner(opened, new ScanOptions { UseCache = useCache }, AttributionPolicy.Default, deployments);
        var writer = new CompactWriter();
        new OutcomeCache().Write(writer, scanner.Read(commit, weeks, null, default)! with { Missing = [] });
        return Convert.ToHexString(writer.Written);
    }
}
