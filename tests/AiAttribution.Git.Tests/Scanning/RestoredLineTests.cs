using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

/// <summary>Lines that a commit only brings back have the origin that they had, by meaning; git names the commit that brought them.</summary>
public class RestoredLineTests
{
    private const string Frame = "class A\n{\n}\n";
    private const string Six = "class A\n{\n    int a;\n    int b;\n    int c;\n    int d;\n    int e;\n    int f;\n}\n";
    private const string Trailer = "Co-Authored-By: Claude <noreply@anthropic.com>";

    [Theory]
    [InlineData(AttributionMode.Meaning, "- - ai ai ai ai ai ai -")]
    [InlineData(AttributionMode.Git, "- - - - - - - - -")]
    internal void Lines_of_an_agent_that_people_revert_twice_are_the_agents_again_by_meaning(AttributionMode mode, string expected)
    {
        using TestRepository repository = With(Frame, "Start");
        repository.Write("A.cs", Six).Commit(ScanRunner.ByClaude);
        repository.Git("revert", "--no-edit", "HEAD");
        repository.Git("revert", "--no-edit", "HEAD");

        Assert.Equal(expected, States(repository, mode));
    }

    [Theory]
    [InlineData(AttributionMode.Meaning, "- - - - - - - - -")]
    [InlineData(AttributionMode.Git, "- - ai ai ai ai ai ai -")]
    internal void Revert_by_an_agent_restores_the_lines_of_a_person_by_meaning(AttributionMode mode, string expected)
    {
        using TestRepository repository = With(Six, "Start");
        string removal = repository.Write("A.cs", Frame).Commit("Remove");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\"\n\nThis reverts commit {removal}.\n\n{Trailer}\n");

        Assert.Equal(expected, States(repository, mode));
    }

    [Fact]
    public void What_a_revert_changes_besides_is_its_own()
    {
        using TestRepository repository = With(Six, "Start");
        string removal = repository.Write("A.cs", Frame).Commit("Remove");
        repository.Write("A.cs", Six.Replace("int c;", "int c = 3;", StringComparison.Ordinal)).Commit($"Revert \"Remove\"\n\nThis reverts commit {removal}.\n\n{Trailer}\n");

        Assert.Equal("- - - - ai - - - -", States(repository));
    }

    [Fact]
    public void Line_that_another_commit_had_removed_is_not_restored()
    {
        using TestRepository repository = With(Six, "Start");
        repository.Write("A.cs", Six.Replace("    int a;\n", "", StringComparison.Ordinal)).Commit("Remove a");
        string removal = repository.Write("A.cs", Frame).Commit("Remove");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\"\n\nThis reverts commit {removal}.\n\n{Trailer}\n");

        Assert.Equal("- - ai - - - - - -", States(repository));
    }

    [Fact]
    public void File_that_was_deleted_comes_back_with_its_origins()
    {
        using TestRepository repository = With(Frame, "Start");
        repository.Write("A.cs", Six).Commit(ScanRunner.ByClaude);
        repository.Git("rm", "-q", "A.cs");
        repository.CommitStaged("Delete");
        repository.Git("revert", "--no-edit", "HEAD");

        Assert.Equal("- - ai ai ai ai ai ai -", States(repository));
    }

    [Theory]
    [InlineData("Reland \"Add\"\n\nThis is a reland of commit {0}.\n")]
    [InlineData("Reapply \"Add\"\n\nThis reapplies commit {0}.\n")]
    [InlineData("Add\n\n(cherry picked from commit {0})\n")]
    public void Lines_that_are_brought_again_have_the_origin_of_the_first_time(string message)
    {
        using TestRepository repository = With(Frame, "Start");
        string added = repository.Write("A.cs", Six).Commit(ScanRunner.ByClaude);
        repository.Write("A.cs", Frame).Commit("Take it back");
        repository.Write("A.cs", Six).Commit(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, added));

        Assert.Equal("- - ai ai ai ai ai ai -", States(repository));
    }

    [Theory]
    [InlineData("This reverts commit 1111111111111111111111111111111111111111.")]
    [InlineData("This reverts commit 1111111.")]
    [InlineData("It is wanted again.")]
    public void Without_a_commit_of_this_history_the_lines_are_those_of_the_commit(string body)
    {
        using TestRepository repository = With(Six, "Start");
        repository.Write("A.cs", Frame).Commit("Remove");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\"\n\n{body}\n\n{Trailer}\n");

        Assert.Equal("- - ai ai ai ai ai ai -", States(repository));
    }

    [Theory]
    [InlineData("Remove (#5)", "Revert \"Remove\" (#9)\n\nReverts owner/repo#5\n\n", "- - - - - - - - -")]
    [InlineData("Remove (#5)", "Revert \"Remove (#5)\" (#9)\n\nReverts owner/repo#5\n\n", "- - - - - - - - -")]
    [InlineData("Remove (#5)", "Take it back (#9)\n\nReverts #5\n\n", "- - - - - - - - -")]
    [InlineData("Remove (#5)", "Take it back (#9)\n\nReverts owner/repo#5\n\n", "- - ai ai ai ai ai ai -")]
    [InlineData("Remove (#5)", "Revert \"Something else\" (#9)\n\nReverts owner/repo#5\n\n", "- - ai ai ai ai ai ai -")]
    [InlineData("Remove (#6)", "Revert \"Remove\" (#9)\n\nReverts owner/repo#5\n\n", "- - ai ai ai ai ai ai -")]
    public void Pull_request_that_a_revert_names_is_that_of_the_one_commit_which_brought_it(string removal, string revert, string expected)
    {
        using TestRepository repository = With(Six, "Start");
        repository.Write("A.cs", Frame).Commit(removal);
        repository.Write("A.cs", Six).Commit(revert + Trailer + "\n");

        Assert.Equal(expected, States(repository));
    }

    [Fact]
    public void Pull_request_that_two_commits_brought_names_none()
    {
        using TestRepository repository = With(Six, "Start");
        repository.Write("A.cs", Frame).Commit("Remove (#5)");
        repository.Write("C.cs", "class C;\n").Commit("Remove (#5)");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\" (#9)\n\nReverts owner/repo#5\n\n{Trailer}\n");

        Assert.Equal("- - ai ai ai ai ai ai -", States(repository));
    }

    [Fact]
    public void Pull_request_that_a_merge_brought_is_taken_back_with_all_of_its_commits()
    {
        using TestRepository repository = With(Six, "Start");
        repository.Git("checkout", "-q", "-b", "work");
        repository.Write("A.cs", Six.Replace("    int a;\n", "", StringComparison.Ordinal)).Commit("One");
        repository.Write("A.cs", Frame).Commit("Two");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--no-ff", "-m", "Merge pull request #5 from owner/work\n\nRemove", "work");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\" (#9)\n\nReverts owner/repo#5\n\n{Trailer}\n");

        Assert.Equal("- - - - - - - - -", States(repository));
    }

    [Fact]
    public void Abbreviated_id_and_the_walk_of_a_file_alone_give_the_same()
    {
        using TestRepository repository = With(Six, "Start");
        string removal = repository.Write("A.cs", Frame).Commit("Remove");
        repository.Write("A.cs", Six).Commit($"Revert \"Remove\"\n\nThis reverts commit {removal[..10]}.\n\n{Trailer}\n");

        Assert.Equal("- - - - - - - - -", States(repository));
        Assert.Equal("- - - - - - - - -", States(repository, options: new ScanOptions { KeepAllSources = true, Include = PathFilter.OfFiles(["A.cs"]) }));
    }

    private static TestRepository With(string text, string message)
    {
        var repository = new TestRepository();
        repository.Write("B.cs", "class B;\n").Write("A.cs", text).Commit(message);
        return repository;
    }

    private static string States(TestRepository repository, AttributionMode mode = AttributionMode.Meaning, ScanOptions? options = null)
    {
        AttributionResult result = ScanRunner.Scan(repository, (options ?? new ScanOptions()) with { Mode = mode }).Attribution;
        return result.Files.ContainsKey("A.cs")
            ? string.Join(' ', ScanRunner.States(result, "A.cs").Select(state => state == LineState.Ai ? "ai" : "-"))
            : string.Join(' ', repository.Read("A.cs").TrimEnd('\n').Split('\n').Select(_ => "-"));
    }
}
