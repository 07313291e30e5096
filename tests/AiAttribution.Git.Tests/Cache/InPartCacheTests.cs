using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Cache;

/// <summary>What is kept of squashes that are AI in part does not outlive the references that tell of them.</summary>
public sealed class InPartCacheTests : IDisposable
{
    private const string Review = "Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>";

    private readonly TestRepository _repository = new();
    private readonly string _original;

    public InPartCacheTests()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(4, "Add P");
        _original = branch.Change(3, "Apply suggestion\n\n" + Review);
        branch.Squash("Add P (#5)\n\n" + Review);
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Originals_that_come_and_go_change_the_answer(bool keepAll)
    {
        var options = new ScanOptions { KeepAllSources = keepAll };
        Assert.Equal((0, 4), Count(options));

        Fetch();
        Assert.Equal((1, 0), Count(options));

        _repository.Git("update-ref", "-d", "refs/pull/5/head");
        Assert.Equal((0, 4), Count(options));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_that_an_original_made_other_are_asked_again_by_a_scan_that_builds_on_an_earlier_one(bool keepAll)
    {
        var options = new ScanOptions { KeepAllSources = keepAll };
        Fetch();
        Assert.Equal((1, 0), Count(options));
        _repository.Git("update-ref", "-d", "refs/pull/5/head");
        _repository.Write("b.cs", "1\n").Commit("More");

        Assert.Equal((0, 4), Count(options));
    }

    [Fact]
    public void Pull_request_that_comes_later_changes_the_answer_of_a_squash_that_names_co_authors_alone()
    {
        using TestRepository repository = new();
        SquashedBranch branch = new(repository);
        branch.Add(3, "One");
        string tip = branch.Add(3, "Two\n\nCo-authored-by: Codex <noreply@openai.com>");
        branch.Squash("Add P (#5)\n\nCo-authored-by: Codex <noreply@openai.com>");

        Assert.Equal([6, 6], Ai());
        repository.Git("update-ref", "refs/pull/5/head", tip);
        Assert.Equal([3, 3], Ai());

        // All files, and one by itself.
        int[] Ai()
        {
            using GitRepository opened = GitRepository.Open(repository.Root);
            ScanOptions[] options = [new(), new() { KeepAllSources = true, Include = PathFilter.OfFiles(["a.cs"]) }];
            return [.. options.Select(option => AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), option).Attribution.Files["a.cs"].Count(LineState.Ai))];
        }
    }

    [Fact]
    public void A_second_scan_reads_the_same_of_what_was_kept()
    {
        Fetch();
        ScanResult first = Scan(new ScanOptions());
        ScanResult second = Scan(new ScanOptions());

        Assert.Equal(first.Attribution.Sources.Select(source => (source.Commit, source.Original)), second.Attribution.Sources.Select(source => (source.Commit, source.Original)));
        Assert.Equal((first.Summary.InPart, first.Summary.Resolved, first.Summary.References), (second.Summary.InPart, second.Summary.Resolved, second.Summary.References));
    }

    [Fact]
    public void Blame_of_one_file_asks_the_originals()
    {
        Fetch();

        Assert.Equal((1, 0), Count(new ScanOptions { KeepAllSources = true, Include = PathFilter.OfFiles(["a.cs"]) }));
    }

    [Fact]
    public void Lines_in_part_have_no_life_and_others_that_of_their_originals()
    {
        Assert.Empty(Lives());

        Fetch();

        Assert.Equal([(false, 3), (true, 1)], Lives().Select(change => (change.IsAi, change.Lines)));
    }

    private void Fetch() => _repository.Git("update-ref", "refs/pull/5/head", _original);

    private (int Ai, int InPart) Count(ScanOptions options) =>
        Scan(options).Attribution.Files["a.cs"] is var file ? (file.Count(LineState.Ai), file.Count(LineState.InPart)) : default;

    private ScanResult Scan(ScanOptions options)
    {
        using GitRepository opened = GitRepository.Open(_repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), options);
    }

    private IReadOnlyList<ChangeLife> Lives()
    {
        using GitRepository opened = GitRepository.Open(_repository.Root);
        return SurvivalScanner.Read(opened, opened.ResolveCommit("HEAD"), new ScanOptions()).Changes;
    }
}
