using System.Text.RegularExpressions;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Names and texts of a pull request on the screen of the job that judges it.</summary>
public sealed partial class PipelineOutputTests : IDisposable
{
    private const string Folder = "src/Shop/##vso[task.setvariable variable=A]x/A.cs";
    private const string Root = "::stop-commands::x.cs";
    private const string Order = "##[stop-commands]x ##teamcity[buildStop] ##vso[task.complete]";

    private readonly TestRepository _repository = new();

    public PipelineOutputTests()
    {
        string source = RepositoryBuilder.After.ReplaceLineEndings("\n").Replace("int product = 0;", $"int product = 0; // {Order}\n::warning::text", StringComparison.Ordinal);
        _repository.Write("src/Shop/Shop.csproj", "<Project />\n").Write("C.cs", "class C;\n").Commit("Begin");
        _repository.Write(Folder, source).Write(Root, source.Replace("Calc", "Other", StringComparison.Ordinal))
            .Commit($"Add\n\nCo-authored-by: Claude <noreply@anthropic.com>\nAssisted-by: {Order}\n");
        _repository.Write("deployments.jsonl", $$"""{"v":1,"source":"{{Order}}","sourceId":"7","env":"{{Order}}","service":"{{Order}}","version":"{{Order}}","sha":"{{_repository.Git("rev-parse", "HEAD").Trim()}}","status":"success","finishedAt":"2026-05-01T12:00:00Z"}""" + "\n");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("lines")]
    [InlineData("lines", "--format", "json")]
    [InlineData("blame", Folder)]
    [InlineData("blame", Root, "--format", "tsv")]
    [InlineData("explain", Folder + ":8")]
    [InlineData("report")]
    [InlineData("report", "--format", "csv")]
    [InlineData("report", "--format", "json")]
    [InlineData("report", "--format", "html")]
    [InlineData("report", "HEAD~1..HEAD")]
    [InlineData("check")]
    [InlineData("check", "HEAD~1")]
    [InlineData("check", "--format", "json")]
    [InlineData("check", "--policy", "##vso[task.complete]")]
    [InlineData("doctor")]
    [InlineData("deployments", "list")]
    [InlineData("deployments", "add", "--env", Order)]
    [InlineData("sessions")]
    [InlineData("explain", "::stop-commands::y.cs:1")]
    [InlineData("::stop-commands::x")]
    public async Task Nothing_of_a_repository_is_an_order(params string[] arguments)
    {
        foreach (string variable in new[] { "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "GITLAB_CI" })
        {
            ToolRun run = await Run(variable, arguments);

            Assert.DoesNotMatch(Obeyed(), run.Out + "\n" + run.Error);
        }
    }

    [Theory]
    [InlineData("waiver", """{"rules":[{"id":"no-ai","forbid":"ai"}],"waivers":[{"rule":"no-ai","paths":["**"],"owner":"ORDER","reason":"ORDER","expires":"2099-01-01"}]}""")]
    [InlineData("rule", """{"rules":[{"id":"ORDER","require":{"tests":"tested"}}]}""")]
    [InlineData("key", """{"ORDER":1,"deployments":{"environments":["ORDER"]}}""")]
    public async Task Nothing_of_a_policy_is_an_order(string part, string policy)
    {
        _repository.Write("ai-attribution.json", policy.Replace("ORDER", Order, StringComparison.Ordinal));

        foreach (string verb in new[] { "check", "report", "doctor" })
        {
            ToolRun run = await Run("TF_BUILD", verb);

            Assert.False(Obeyed().IsMatch(run.Out + "\n" + run.Error), $"{part}: {run.Out}{run.Error}");
        }
    }

    [Fact]
    public async Task Names_are_exact_outside_of_a_pipeline()
    {
        ToolRun run = await Run("NOTHING", "lines");

        Assert.Contains(Folder, run.Out, StringComparison.Ordinal);
        Assert.Contains("\n" + Root, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_our_own_are_given()
    {
        ToolRun run = await Run("TF_BUILD", "report", "--ci", "--output", "out");

        Assert.Contains("##vso[task.uploadsummary]", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, Regex.Count(run.Out, @"##vso\[task\.(set|comp)"));
    }

    private async Task<ToolRun> Run(string variable, params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(_repository.Root, output, error, ShowsProgress: false) { Variable = name => name == variable ? "True" : null };
        return new ToolRun(await Tool.RunAsync(arguments, console), output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"##[a-z]*\[|^\s*::|section_(start|end):|[\x00-\x08\x0B-\x1F\x7F]", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Obeyed();
}
