using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

/// <summary>Squashes of a branch that holds squashes: what is known of their originals is known of the lines.</summary>
public sealed class NestedSquashTests : IDisposable
{
    private const string Codex = "Co-authored-by: Codex <noreply@openai.com>";

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("refs/pull/6/head", "OOOOOAAOO")]
    [InlineData("refs/remotes/origin/pr/6", "OOOOOAAOO")]
    [InlineData("refs/heads/kept", "OOOOOAAOO")]
    [InlineData("refs/remotes/origin/kept", "OOOOOAAOO")]
    [InlineData("refs/kept/6", "OOOPPPPOO")]
    public void Originals_of_an_original_tell_which_lines_are_ai(string keptAs, string letters)
    {
        SquashedBranch branch = new(_repository);
        string since = branch.Add(2, "Begin");
        branch.Add(2, "By hand");
        string byAgent = branch.Add(2, "By an agent\n\n" + Codex);
        branch.Fold(since, InPart(6), keptAs);
        branch.Add(1, "Finish");
        string squash = branch.Squash(InPart(5), "refs/pull/5/head");

        ScanResult result = ScanRunner.Scan(_repository);

        Assert.Equal(letters, Letters(result));
        if (letters.Contains('A', StringComparison.Ordinal))
            Assert.Equal((squash, byAgent), Assert.Single(result.Attribution.Sources, source => source.Evidence.Count > 0) is var ai ? (ai.Commit, ai.Original) : default);
    }

    [Fact]
    public void Third_originals_are_the_last_that_are_asked()
    {
        SquashedBranch branch = new(_repository);
        string six = branch.Add(1, "One");
        string seven = branch.Add(1, "Two");
        string eight = branch.Add(1, "Three");
        branch.Add(1, "Four");
        branch.Add(1, "Five\n\n" + Codex);
        branch.Fold(eight, InPart(8), "refs/pull/8/head");
        branch.Fold(seven, InPart(7), "refs/pull/7/head");
        branch.Fold(six, InPart(6), "refs/pull/6/head");
        branch.Squash(InPart(5), "refs/pull/5/head");

        Assert.Equal("OOOOPPO", Letters(ScanRunner.Scan(_repository)));

        // From the inside of the outermost one there is one less to open.
        _repository.Git("checkout", "-q", "refs/pull/5/head");
        Assert.Equal("OOOOOAO", Letters(ScanRunner.Scan(_repository)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Pull_requests_that_name_each_other_or_themselves_leave_lines_in_part(int named)
    {
        SquashedBranch branch = new(_repository);
        branch.Add(2, InPart(named));
        branch.Squash(InPart(5), "refs/pull/5/head");
        _repository.Git("checkout", "-q", "-b", "other", "HEAD~1");
        _repository.Git("checkout", "main", "--", "a.cs");
        _repository.Commit(InPart(5));
        _repository.Git("update-ref", "refs/pull/6/head", "HEAD");
        _repository.Git("checkout", "-q", "main");

        Assert.Equal("OPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Original_that_is_a_squash_gets_nothing_from_a_pull_request_on_other_files()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(2, InPart(6));
        branch.Squash(InPart(5), "refs/pull/5/head");
        _repository.Git("checkout", "-q", "-b", "other", "HEAD~1");
        _repository.Write("b.cs", "1\n").Commit("Other\n\n" + Codex);
        _repository.Git("update-ref", "refs/pull/6/head", "HEAD");
        _repository.Git("checkout", "-q", "main");

        Assert.Equal("OPPO", Letters(ScanRunner.Scan(_repository)));
    }

    private static string InPart(int number) => $"Add P (#{number})\n\n* By hand\n\n* By an agent\n\n{Codex}";

    private static string Letters(ScanResult result) => string.Concat(ScanRunner.States(result.Attribution, "a.cs").Select(state => state switch
    {
        LineState.Ai => 'A',
        LineState.Other => 'O',
        LineState.InPart => 'P',
        _ => '?',
    }));
}
