using AiAttribution.Tasks.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks.Tests;

public class VerifyAttributionTests
{
    private const string Disclose = "{\n  \"extends\": \"disclose\" }";
    private const string Message = "Add A\n\nClaude-Session: https://claude.ai/code/session_abc123\n";

    [Fact]
    public void Violation_is_an_error_at_the_line_with_its_page()
    {
        using TestRepository repository = With(Disclose);
        RecordingEngine engine = Verify(repository, "error");

        BuildErrorEventArgs error = Assert.Single(engine.Errors);
        Assert.Equal(("AIA2002", Path.Combine(repository.Root, "A.cs"), 1), (error.Code, error.File, error.LineNumber));
        Assert.EndsWith("add 'Assisted-by: AGENT:MODEL' to its message (rule 'disclosed')", error.Message);
        Assert.EndsWith("/AIA2002.md", error.HelpLink);
    }

    [Theory]
    [InlineData("Error")]
    [InlineData("ERROR")]
    public void Gate_is_no_milder_for_the_case_of_its_value(string verify)
    {
        using TestRepository repository = With(Disclose);

        Assert.Equal("AIA2002", Assert.Single(Verify(repository, verify).Errors).Code);
    }

    [Fact]
    public void Warn_makes_nothing_more_than_a_warning()
    {
        using TestRepository repository = With(Disclose);
        RecordingEngine engine = Verify(repository, "warn");

        Assert.Equal("AIA2002", Assert.Single(engine.Warnings, w => w.Code.StartsWith("AIA2")).Code);
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public void Finding_without_place_is_at_the_policy_s_line()
    {
        using TestRepository repository = With("{\n  \"rules\": [\n    { \"id\": \"a\", \"unknown\": \"fail\", \"newOnly\": \"v9\", \"require\": { \"session\": \"required\" } } ] }");
        RecordingEngine engine = Verify(repository, "error");

        BuildErrorEventArgs error = Assert.Single(engine.Errors);
        Assert.Equal(("AIA2012", Path.Combine(repository.Root, "ai-attribution.json"), 3, 5), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Waiver_counts_by_the_day_of_the_build(int daysLater, int errors)
    {
        using TestRepository repository = With("{ \"extends\": \"disclose\", \"waivers\": [{ \"rule\": \"disclosed\", \"paths\": [\"A.cs\"], \"owner\": \"core\", \"reason\": \"old\", \"expires\": \"2026-06-01\" }] }");
        RecordingEngine engine = Verify(repository, "error", new DateOnly(2026, 6, 1).AddDays(daysLater));

        Assert.Equal(errors, engine.Errors.Count);
    }

    [Fact]
    public void Rule_of_severity_info_is_a_message()
    {
        using TestRepository repository = With("{ \"rules\": [{ \"id\": \"a\", \"severity\": \"info\", \"require\": { \"agents\": [] } }] }");
        RecordingEngine engine = Verify(repository, "error");

        Assert.Empty(engine.Errors);
        Assert.DoesNotContain(engine.Warnings, w => w.Code == "AIA2010");
        Assert.Contains(engine.Messages, m => m.Code == "AIA2010");
    }

    [Fact]
    public void Gate_without_repository_could_not_judge_and_says_what_mends_it()
    {
        using var folder = new TemporaryFolder();
        var engine = new RecordingEngine();

        GateRun.Verify(engine, folder.Path, "error");

        BuildErrorEventArgs error = Assert.Single(engine.Errors);
        Assert.Equal("AIA2016", error.Code);
        Assert.StartsWith("the gate could not judge: no git repository contains this folder. ", error.Message);
        Assert.EndsWith("/AIA2016.md", error.HelpLink);
    }

    [Theory]
    [InlineData("{ \"tests\": \"tested\" }", "AIA2016")]
    [InlineData("{ \"session\": \"required\" }", null)]
    public void Gate_without_compiler_could_not_judge_where_a_rule_is_on_members(string require, string? code)
    {
        using TestRepository repository = With($"{{ \"rules\": [{{ \"id\": \"a\", \"require\": {require} }}] }}");
        RecordingEngine engine = Verify(repository, "error");

        Assert.Equal(code, engine.Errors.SingleOrDefault()?.Code);
        Assert.DoesNotContain(engine.Warnings, w => w.Code == "AIA2012");
    }

    [Fact]
    public void Gate_without_compiler_has_nothing_to_say_where_nothing_is_ai()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", "{ \"extends\": \"tested\" }").Commit("Add A");

        Assert.Empty(Verify(repository, "error").Errors);
    }

    [Fact]
    public void File_of_two_projects_is_told_once()
    {
        using TestRepository repository = With(Disclose);
        var engine = new RecordingEngine();

        GateRun.Verify(engine, repository.Root, "warn");
        GateRun.Verify(engine, repository.Root, "warn");

        Assert.Single(engine.Warnings, w => w.Code == "AIA2002");
    }

    private static TestRepository With(string policy)
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", policy).Commit(Message);
        return repository;
    }

    private static RecordingEngine Verify(TestRepository repository, string verify, DateOnly? today = null)
    {
        var engine = new RecordingEngine();
        GateRun.Verify(engine, repository.Root, verify, today);
        return engine;
    }
}
