using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A squash of which some lines are AI, as users see it.</summary>
public sealed class InPartTests : IDisposable
{
    private const string Review = "Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>";
    private const string Squash = "Add P (#5)\n\n* Add P\n\n* Apply suggestion\n\n---------\n\n" + Review;

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Lines_counts_them_among_the_unknown_ones_and_apart()
    {
        Suggested(null);

        ToolRun json = await ToolRun.Of(_repository.Root, "lines", "--format", "json");
        ToolRun tsv = await ToolRun.Of(_repository.Root, "lines", "--ranges");

        Assert.Equal("""[{"path":"a.cs","total":12,"ai":0,"other":2,"unknown":10,"in_part":10}]""", json.Out.Replace("\n", "", StringComparison.Ordinal));
        Assert.EndsWith("\na.cs\t12\t0\t2\t10\t10\t\t2-11\n", tsv.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_takes_them_from_the_originals()
    {
        Suggested("refs/pull/5/head");

        ToolRun run = await ToolRun.Of(_repository.Root, "lines", "--ranges");

        Assert.EndsWith("\na.cs\t12\t1\t11\t0\t0\t5\t\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blame_names_the_agent_and_the_reason()
    {
        string squash = Suggested(null);

        ToolRun run = await ToolRun.Of(_repository.Root, "blame", "a.cs", "--format", "tsv");

        Assert.Contains($"3\tunknown\t{squash[..10]}\tcopilot-review (in part)\t    int line3 = 3;\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Squash, "refs/pull/5/head")]
    [InlineData("Add P (!5)\n\n" + Review, "refs/merge-requests/5/head")]
    [InlineData("Merged in p (pull request #5)\n\n" + Review, "refs/pull-requests/5/from")]
    public async Task Explain_names_the_command_that_brings_the_originals(string message, string reference)
    {
        Suggested(null, message);

        ToolRun run = await ToolRun.Of(_repository.Root, "explain", "a.cs:3");

        Assert.StartsWith("a.cs:3 is not known: AI in part\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("evidence    co-author-trailer (Co-authored-by): copilot-review, grade declared: some of the 10 lines of this commit, not said which\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"way out     git fetch origin {reference}:{reference}\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tests ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_names_the_original_that_made_the_line()
    {
        string squash = Suggested("refs/pull/5/head");
        string tip = _repository.Git("rev-parse", "refs/pull/5/head").Trim();

        ToolRun ai = await ToolRun.Of(_repository.Root, "explain", "a.cs:5");
        ToolRun other = await ToolRun.Of(_repository.Root, "explain", "a.cs:4");

        Assert.StartsWith("a.cs:5 is AI, grade declared\n", ai.Out, StringComparison.Ordinal);
        Assert.Contains($"commit      {squash[..12]} of ", ai.Out, StringComparison.Ordinal);
        Assert.Contains($"original    {tip[..12]}, one of the commits that were squashed into it, made the line\n", ai.Out, StringComparison.Ordinal);
        Assert.StartsWith("a.cs:4 is other: ", other.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "unknownShare": 0 }""", 0)]
    [InlineData("""{ "session": "required" }""", 0)]
    [InlineData("""{ "tests": "tested" }""", 0)]
    [InlineData("""{ "coverage": { "atLeast": 0.8, "lines": 1 } }""", 0)]
    [InlineData("""{ "agents": [] }""", 1)]
    [InlineData("""{ "aiCoAuthor": "forbidden" }""", 1)]
    [InlineData("""{ "humanReview": "required" }""", 1)]
    public async Task Rules_judge_the_mark_and_pass_over_the_lines(string require, int exitCode)
    {
        _repository.Write("ai-attribution.json", $$"""{ "heavy": { "lines": 1, "share": 0.1 }, "rules": [{ "id": "r", "require": {{require}} }] }""").Write("src/Lib/Calc.cs", RepositoryBuilder.Before).Commit("Begin");
        string begin = _repository.Head;
        _repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After).Commit(Squash);

        ToolRun run = await ToolRun.Of(_repository.Root, "check", begin);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Doctor_tells_whether_the_originals_are_here()
    {
        Suggested("refs/kept");
        ToolRun gone = await ToolRun.Of(_repository.Root, "doctor");
        _repository.Git("update-ref", "refs/pull/5/head", "refs/kept");
        ToolRun here = await ToolRun.Of(_repository.Root, "doctor");

        Assert.Contains("missing originals: 1 commit is AI in part; of 1 the commits that were squashed are not here, so which lines are AI is not known\n        → git fetch origin ", gone.Out, StringComparison.Ordinal);
        Assert.Contains("ok      session notes: none, and no line is AI\n", gone.Out, StringComparison.Ordinal);
        Assert.Contains("ok      originals: 1 commit is AI in part; the commits that were squashed are here and were asked instead\n", here.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_tells_them_apart_and_what_the_share_could_be()
    {
        _repository.Write("src/Lib/Lib.csproj", "<Project />\n").Write("src/Lib/Calc.cs", RepositoryBuilder.Before).Commit("Begin");
        string squash = _repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After).Commit(Squash);

        ToolRun markdown = await ToolRun.Of(_repository.Root, "report");
        ToolRun json = await ToolRun.Of(_repository.Root, "report", "--format", "json");

        Assert.Contains("0.0 % of 13 lines are AI-assisted. Some more lines are AI, and nobody says which: AI 0.0 % to 61.5 %.", markdown.Out, StringComparison.Ordinal);
        Assert.Contains("| AI in part: some of them, not known which | 8 | 61.5 % |\n", markdown.Out, StringComparison.Ordinal);
        Assert.Contains($"8 lines of 1 commit are AI in part, so the share is AI 0.0 % to 61.5 %; {squash[..12]} has 8 of them.", markdown.Out, StringComparison.Ordinal);
        JsonElement lines = JsonDocument.Parse(json.Out).RootElement.GetProperty("lines");
        Assert.Equal((0, 8, 8), (lines.GetProperty("ai").GetInt32(), lines.GetProperty("unknown").GetInt32(), lines.GetProperty("unknownByCause").GetProperty("inPart").GetInt32()));
        Assert.DoesNotContain(JsonDocument.Parse(json.Out).RootElement.GetProperty("members").EnumerateArray(), member => member.GetProperty("aiHeavy").GetBoolean());
    }

    [Fact]
    public async Task Report_tells_how_many_squashes_their_originals_resolved()
    {
        Suggested("refs/pull/5/head");

        ToolRun run = await ToolRun.Of(_repository.Root, "report");

        Assert.Contains("Of 1 commit that is AI in part, the originals of 1 are in this clone and were asked instead.\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not known which", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_and_facts_tell_them_apart()
    {
        Suggested(null);

        await ToolRun.Of(_repository.Root, "report", "--format", "html,facts,sarif", "--output", "artifacts");

        string page = _repository.Read("artifacts/AiAttribution.html");
        Assert.Contains("AI in part: some of them, not known which", page, StringComparison.Ordinal);
        Assert.Contains("16.7 % of 12 lines are known: AI by evidence, or other without any. AI 0.0 % to 83.3 %, since of some commits a part is AI and nobody says which.", page, StringComparison.Ordinal);
        Assert.Contains("\"aiDeclared\":0,\"aiWeak\":0,\"aiBaseline\":0,\"other\":2,\"historyMissing\":0,\"notCommitted\":0,\"inPart\":10}", _repository.Read("artifacts/AiAttribution.facts.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"ruleId\": \"AIA1", _repository.Read("artifacts/AiAttribution.sarif"), StringComparison.Ordinal);
    }

    /// <summary>A person adds ten lines, then takes a suggestion over in one of them; all of it is squashed.</summary>
    private string Suggested(string? keptAs, string message = Squash)
    {
        SquashedBranch branch = new(_repository);
        branch.Add(10, "Add P");
        branch.Change(5, "Apply suggestion\n\n" + Review);
        return branch.Squash(message, keptAs);
    }
}
