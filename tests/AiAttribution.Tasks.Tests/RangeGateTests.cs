using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Tasks.Tests;

/// <summary>A build with <c>AiAttributionRange</c> judges as <c>check RANGE</c> does.</summary>
public class RangeGateTests
{
    private const string NoAi = "{ \"extends\": \"none-allowed\" }";
    private const string Ai = "Add A\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    [Theory]
    [InlineData("{ \"extends\": \"report-only\" }")]
    [InlineData("{ \"extends\": \"none-allowed\", \"waivers\": [{ \"rule\": \"no-ai\", \"paths\": [\"A.cs\"], \"owner\": \"core\", \"reason\": \"mine\", \"expires\": \"2099-01-01\" }] }")]
    public void Change_that_softens_its_policy_fails_by_that_of_the_base(string softened)
    {
        using TestRepository repository = Base(NoAi);
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", softened).Commit(Ai);

        RecordingEngine engine = Verify(repository, "base");

        Assert.Contains(engine.Errors, e => e.Code == "AIA2010");
        Assert.Contains(engine.Messages, m => m.Message!.StartsWith("AiAttribution: this change also changes what is judged: ai-attribution.json: policy: "));
        Assert.Contains(engine.Messages, m => m.Message!.StartsWith("AiAttribution: The policy of 'base' decides"));
    }

    [Fact]
    public void Change_that_makes_its_policy_stricter_is_judged_by_it()
    {
        using TestRepository repository = Base("{ \"extends\": \"report-only\" }");
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", NoAi).Commit(Ai);

        Assert.Contains(Verify(repository, "base").Errors, e => e.Code == "AIA2010");
    }

    [Fact]
    public void Work_before_the_range_is_not_judged()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", NoAi).Commit(Ai);
        repository.Git("tag", "base");
        repository.Write("B.cs", "class B;\n").Commit("Add B");

        Assert.DoesNotContain(Verify(repository, "base").Errors, e => e.Code == "AIA2010");
        Assert.Contains(Verify(repository, "").Errors, e => e.Code == "AIA2010");
    }

    [Fact]
    public void Commit_is_told_once_for_two_projects()
    {
        using TestRepository repository = Base(NoAi);
        repository.Write("A.cs", "class A;\n").Commit(Ai);
        var engine = new RecordingEngine();

        GateRun.Verify(engine, repository.Root, "warn", range: "base");
        GateRun.Verify(engine, repository.Root, "warn", range: "base", name: "B");

        Assert.Single(engine.Warnings, w => w.Code == "AIA2010");
    }

    [Fact]
    public void Base_that_is_not_here_could_not_be_judged_by()
    {
        using TestRepository repository = Base(NoAi);

        RecordingEngine engine = Verify(repository, "origin/main");

        Assert.Equal("AIA2016", Assert.Single(engine.Errors).Code);
        Assert.Contains(engine.Warnings, w => w.Code == "AIA9011" && w.Message!.StartsWith("'origin/main' names no commit"));
    }

    [Fact]
    public void Wrong_policy_of_the_change_could_not_be_judged_by()
    {
        using TestRepository repository = Base("{ \"extends\": \"report-only\" }");
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", "{ \"extends\": 1 }").Commit(Ai);

        Assert.Equal("AIA2016", Assert.Single(Verify(repository, "base").Errors).Code);
    }

    private static TestRepository Base(string policy)
    {
        var repository = new TestRepository();
        repository.Write("B.cs", "class B;\n").Write("ai-attribution.json", policy).Commit("Begin");
        repository.Git("tag", "base");
        return repository;
    }

    private static RecordingEngine Verify(TestRepository repository, string range)
    {
        var engine = new RecordingEngine();
        GateRun.Verify(engine, repository.Root, "error", range: range);
        return engine;
    }
}
