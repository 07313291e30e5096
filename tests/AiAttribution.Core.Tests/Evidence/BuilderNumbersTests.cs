using AiAttribution.Core.Evidence;

namespace AiAttribution.Core.Tests.Evidence;

public class BuilderNumbersTests
{
    [Fact]
    public void Authors_are_told_apart() => Assert.Equal(2, Count(Commit("Ann", "ann@example.com"), Commit("Ben", "ben@example.com")));

    [Fact]
    public void Same_name_or_same_address_is_one_builder() => Assert.Equal(1, Count(
        Commit("Ann", "ann@work.example"), Commit("Ann", "ann@home.example"), Commit("A. Example", "ANN@home.example")));

    [Fact]
    public void Committer_stands_for_an_agent() => Assert.Equal(1, Count(
        Commit("Ann", "ann@example.com"), Commit("copilot-swe-agent[bot]", "198982749+Copilot@users.noreply.github.com", "Ann", "ann@example.com")));

    [Fact]
    public void Web_page_and_machines_are_no_builders() => Assert.Equal(0, Count(
        Commit("copilot-swe-agent[bot]", "198982749+Copilot@users.noreply.github.com", "GitHub", "noreply@github.com"),
        Commit("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", "GitHub", "noreply@github.com")));

    private static CommitFacts Commit(string name, string email, string? committer = null, string? committerEmail = null) =>
        new(Guid.NewGuid().ToString("N"), name, email, committer ?? name, committerEmail ?? email, "Change");

    private static int Count(params CommitFacts[] commits)
    {
        var numbers = new BuilderNumbers(EvidenceOptions.Default);
        foreach (CommitFacts commit in commits)
            numbers.Add(commit);
        return commits.Select(c => numbers.Of(c.Id)).OfType<int>().Distinct().Count();
    }
}
