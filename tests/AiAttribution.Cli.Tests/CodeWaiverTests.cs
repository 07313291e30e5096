using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Waivers by <c>[SuppressMessage]</c>.</summary>
public sealed class CodeWaiverTests : IDisposable
{
    private const string Policy = """{ "rules": [{ "id": "tested", "unknown": "fail", "require": { "tests": "tested" } }] }""";

    private readonly TestRepository _repository = RepositoryBuilder.Create();

    [Theory]
    [InlineData("AIA2012", "core: no runner here; until 2999-01-31", 0)]
    [InlineData("AIA2008", "core: no runner here; until 2999-01-31", 2)]
    [InlineData("AIA2007", "core: no runner here; until 2999-01-31", 0)]
    [InlineData("AIA2007", "core: no runner here; until 2020-01-31", 2)]
    [InlineData("AIA2007", "no runner here", 2)]
    public async Task Attribute_at_the_member_waives_with_team_reason_and_day(string code, string justification, int exitCode)
    {
        Suppress($"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"{code}\", Justification = \"{justification}\")]");

        Assert.Equal(exitCode, (await ToolRun.Of(_repository.Root, "check")).ExitCode);
    }

    [Theory]
    [InlineData("src/Lib/GlobalSuppressions.cs", ", Scope = \"member\", Target = \"~M:Lib.Calc.Mul(System.Int32,System.Int32)\"", 0)]
    [InlineData("src/Lib/GlobalSuppressions.cs", ", Scope = \"member\", Target = \"~M:Lib.Calc.Div(System.Int32,System.Int32)\"", 2)]
    [InlineData("src/Lib/GlobalSuppressions.cs", ", Scope = \"type\", Target = \"~T:Lib.Calc\"", 0)]
    [InlineData("src/Lib/GlobalSuppressions.cs", "", 0)]
    [InlineData("src/Other/GlobalSuppressions.cs", "", 2)]
    public async Task Attribute_of_the_assembly_waives_its_target_or_its_project(string file, string target, int exitCode)
    {
        _repository.Write("src/Other/Other.csproj", "<Project />\n").Write(file, $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA2007\", Justification = \"core: no runner; until 2999-01-31\"{target})]\n");
        _repository.Write("ai-attribution.json", Policy).Commit("Suppress");

        Assert.Equal(exitCode, (await ToolRun.Of(_repository.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task Check_and_report_list_it_with_its_place()
    {
        Suppress("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA2007\", Justification = \"core: no runner here; until 2999-01-31\")]");

        ToolRun check = await ToolRun.Of(_repository.Root, "check");
        ToolRun report = await ToolRun.Of(_repository.Root, "report", "--format", "json");

        Assert.Contains("waiver       AIA2007  until 2999-01-31, core: no runner here (src/Lib/Calc.cs:5)\n", check.Out, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(report.Out).RootElement;
        JsonElement waiver = Assert.Single(root.GetProperty("waivers").EnumerateArray());
        Assert.Equal(("AIA2007", "src/Lib/Calc.cs", 5, "core", false), (waiver.GetProperty("rule").GetString(), waiver.GetProperty("file").GetString(), waiver.GetProperty("line").GetInt32(), waiver.GetProperty("owner").GetString(), waiver.GetProperty("expired").GetBoolean()));
        Assert.True(Assert.Single(root.GetProperty("suppressions").EnumerateArray()).GetProperty("isWaiver").GetBoolean());
    }

    [Fact]
    public async Task One_without_the_form_is_listed_as_no_waiver()
    {
        Suppress("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA1001\", Justification = \"we <know>\")]");

        string markdown = (await ToolRun.Of(_repository.Root, "report")).Out;

        Assert.Contains("## Suppressed in the code\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| AIA1001 | `src/Lib/Calc.cs:5` | we &lt;know> |\n", markdown, StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();

    private void Suppress(string attribute) =>
        _repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After.ReplaceLineEndings("\n").Replace("    public int Mul", $"    {attribute}\n    public int Mul", StringComparison.Ordinal))
            .Write("ai-attribution.json", Policy).Commit("Suppress");
}
