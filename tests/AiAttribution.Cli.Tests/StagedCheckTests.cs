using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public sealed class StagedCheckTests : IDisposable
{
    private const string Cart = "src/Lib/Cart.cs";
    private const string Coverage = "TestResults/a.cobertura.xml";
    private const string Tested = """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""";

    private const string Sign = "Once committed, lines are AI by evidence in git alone: end the message with 'Assisted-by: claude-code:claude-sonnet-4-5', or let sessions be recorded after commits (ai-attribution init --hooks).\n";

    private readonly TemporaryFolder _home = new();
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose()
    {
        _home.Dispose();
        _repository.Dispose();
    }

    [Fact]
    public async Task Member_without_a_test_is_told_and_without_a_policy_nothing_blocks()
    {
        await Stage();
        _repository.Write(Coverage, SessionWork.NotRun(Cart));

        ToolRun run = await Check();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            $"{Cart}(5,16): AIA1001: 'Cart.Total(int[])' is 100 % AI-assisted (5 of 5 lines, claude-code claude-sonnet-4-5, 1 session), no test runs it, and it is not committed yet: add a test that runs it\n"
            + "There is no policy, so nothing blocks; 1 AI-heavy member of what is staged has no known test.\n"
            + Sign,
            run.Out);
    }

    [Fact]
    public async Task Rule_of_the_policy_blocks_until_a_test_runs_it()
    {
        _repository.Write("ai-attribution.json", Tested).Commit("Policy");
        await Stage();
        _repository.Write(Coverage, SessionWork.NotRun(Cart));

        ToolRun blocked = await Check();
        Assert.Equal(1, blocked.ExitCode);
        Assert.Contains("FAILED  tested: executed by a test\n", blocked.Out, StringComparison.Ordinal);
        Assert.Contains($"  {Cart}(5,16): AIA2007: 'Cart.Total(int[])', where 5 of 5 code lines are AI, is executed by no test: add a test that runs it\n", blocked.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 of 1 rule about code fails for what is staged, by ai-attribution.json; 1 AI-heavy member of what is staged has no known test. The policy of HEAD decides.\n" + Sign, blocked.Out, StringComparison.Ordinal);

        _repository.Write(Coverage, SessionWork.Run(Cart));
        ToolRun passed = await Check();
        Assert.Equal((0, "No rule about code fails for what is staged, by ai-attribution.json; no AI-heavy member of what is staged lacks a test. The policy of HEAD decides.\n" + Sign), (passed.ExitCode, passed.Out));
    }

    [Theory]
    [InlineData(Tested, "{ \"rules\": [] }", 1)]
    [InlineData("{ \"rules\": [] }", Tested, 1)]
    [InlineData("{ \"rules\": [] }", "{ \"rules\": [], \"heavy\": { \"lines\": 7 } }", 0)]
    public async Task Policy_of_HEAD_decides_and_a_stricter_staged_one_counts_too(string head, string staged, int exitCode)
    {
        _repository.Write("ai-attribution.json", head).Commit("Policy");
        await Stage();
        _repository.Write(Coverage, SessionWork.NotRun(Cart)).Write("ai-attribution.json", staged).Git("add", "ai-attribution.json");

        ToolRun run = await Check();

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("What is staged also changes what is judged:\n  ai-attribution.json: policy: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_that_is_not_staged_does_not_count()
    {
        await Stage();
        _repository.Write(Coverage, SessionWork.NotRun(Cart)).Write("ai-attribution.json", Tested);

        Assert.Equal(0, (await Check()).ExitCode);

        _repository.Git("add", "ai-attribution.json");
        Assert.Equal(1, (await Check()).ExitCode);
    }

    [Fact]
    public async Task Rules_about_commits_wait_for_the_commit()
    {
        _repository.Write("ai-attribution.json", """{ "extends": "disclose" }""").Commit("Policy\n\nAssisted-by: Claude:claude-opus-4-8\n");
        await Stage();

        Assert.Equal(0, (await Check()).ExitCode);
    }

    [Fact]
    public async Task Only_what_is_staged_is_judged_of_a_file()
    {
        _repository.Write("ai-attribution.json", Tested).Write(Cart, "namespace Lib;\n").Commit("Policy");
        await Edit(Cart, SessionWork.Cart);
        _repository.Write(Coverage, SessionWork.NotRun(Cart));

        Assert.Equal("Nothing is staged.\n", (await Check()).Out);

        _repository.Write("src/Lib/Other.cs", "class Other;\n").Git("add", "src/Lib/Other.cs");
        Assert.Equal((0, "Of 1 staged file no C# line is known to be of a session, so nothing is judged; 'ai-attribution working' looks into the logs.\n"), ((await Check()).ExitCode, (await Check()).Out));
    }

    [Fact]
    public async Task Text_that_is_staged_is_judged_whatever_lies_on_disk()
    {
        await Stage();
        _repository.Write(Cart, "namespace Lib;\n");

        Assert.Contains("'Cart.Total(int[])' is 100 % AI-assisted", (await Check()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_of_another_text_than_the_staged_one_is_no_evidence()
    {
        _repository.Write("ai-attribution.json", Tested).Commit("Policy");
        await Stage();
        _repository.Write(Cart, SessionWork.Cart + "// typed afterwards\n").Write(Coverage, SessionWork.Run(Cart));

        ToolRun run = await Check();

        Assert.Contains("1 AI-heavy member of what is staged has no known test", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renamed_file_is_judged_by_its_new_lines_only()
    {
        string old = string.Concat(Enumerable.Range(0, 40).Select(i => $"// line {i}\n"));
        _repository.Write("src/Lib/Old.cs", old).Commit("Old");
        _repository.Git("mv", "src/Lib/Old.cs", Cart);
        await Edit(Cart, old + SessionWork.Cart);
        _repository.Git("add", Cart);

        using JsonDocument json = JsonDocument.Parse((await Check("--format", "json")).Out);

        JsonElement member = json.RootElement.GetProperty("staged").GetProperty("untested")[0];
        Assert.Equal((Cart, 45, 5), (member.GetProperty("path").GetString(), member.GetProperty("line").GetInt32(), member.GetProperty("aiLines").GetInt32()));
    }

    [Theory]
    [InlineData("Add\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n", "8 of 8 lines, claude-code and claude-code claude-sonnet-4-5, 1 session")]
    [InlineData("Add", "3 of 8 lines, claude-code claude-sonnet-4-5, 1 session")]
    public async Task Lines_of_a_member_that_are_committed_are_judged_by_evidence_in_git(string message, string expected)
    {
        _repository.Write(Cart, SessionWork.Cart).Commit(message);
        const string more = "        total += 1;\n        Use(total);\n        Check(total);\n";
        await Edit(Cart, SessionWork.Cart.Replace("        return total;\n", more + "        return total;\n"), more);
        _repository.Git("add", Cart);
        _repository.Write("ai-attribution.json", """{ "heavy": { "lines": 1, "share": 0.1 } }""").Git("add", "ai-attribution.json");

        Assert.Contains(expected, (await Check()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_project_that_is_staged_is_test_code()
    {
        _repository.Write("tests/Lib.Tests/Lib.Tests.csproj", "<Project />\n");
        await Edit("tests/Lib.Tests/CartTests.cs", SessionWork.Cart);
        _repository.Git("add", "tests");

        Assert.StartsWith("There is no policy, so nothing blocks; no AI-heavy member of what is staged lacks a test.\n", (await Check()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trailer_that_is_told_is_evidence_once_committed_and_is_not_told_where_sessions_are_recorded()
    {
        await Stage();
        Assert.EndsWith(Sign, (await Check()).Out, StringComparison.Ordinal);

        await ToolRun.Of(_repository.Root, "init", "--hooks");
        Assert.DoesNotContain("Assisted-by", (await Check()).Out, StringComparison.Ordinal);
        await ToolRun.Of(_repository.Root, "init", "--remove-hooks");

        _repository.CommitStaged($"Add a cart\n\n{Sign.Split('\'')[1]}\n");
        Assert.Contains($"{Cart}\t12\t12\t0\t0\t0\n", (await ToolRun.Of(_repository.Root, "lines")).Out, StringComparison.Ordinal);
        Assert.Contains("claude-code claude-sonnet-4-5", (await ToolRun.Of(_repository.Root, "blame", Cart)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppression_that_is_staged_does_not_count()
    {
        _repository.Write("ai-attribution.json", Tested).Commit("Policy");
        string text = SessionWork.Cart.Replace("    public int", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA2007\", Justification = \"core: later until 2999-01-01\")]\n    public int");
        await Edit(Cart, text);
        _repository.Write(Coverage, "<coverage><class filename=\"src/Lib/Cart.cs\"><line number=\"8\" hits=\"0\"/><line number=\"9\" hits=\"0\"/></class></coverage>").Git("add", Cart);

        Assert.Equal(1, (await Check()).ExitCode);
    }

    [Fact]
    public async Task Pipeline_knows_of_no_session()
    {
        await Stage();

        ToolRun run = await ToolRun.In(["CI=true"], _repository.Root, "check", "--staged");

        Assert.Equal((0, true), (run.ExitCode, run.Out.Contains("so nothing is judged", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Tested, true)]
    [InlineData(Tested, false)]
    public async Task Json_keeps_to_its_schema(string policy, bool isStaged)
    {
        _repository.Write("ai-attribution.json", policy).Commit("Policy");
        if (isStaged)
            await Stage();

        ToolRun run = await Check("--format", "json");

        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-check.schema.json").Errors(run.Out));
    }

    [Fact]
    public async Task Range_and_index_cannot_be_judged_together()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "check", "HEAD~1", "--staged");

        Assert.Equal((2, "ai-attribution: --staged judges what would be committed, and a range what is; give one of them.\n"), (run.ExitCode, run.Error));
    }

    private async Task Stage()
    {
        await Edit(Cart, SessionWork.Cart);
        _repository.Git("add", Cart);
    }

    private async Task Edit(string path, string text, string? written = null)
    {
        new AgentLog(_home.Path, _repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, path, written ?? text);
        _repository.Write(path, text);
        await ToolRun.Of(_repository.Root, "working", "--home", _home.Path);
    }

    private Task<ToolRun> Check(params string[] more) => ToolRun.Of(_repository.Root, ["check", "--staged", .. more]);
}
