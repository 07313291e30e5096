using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Reports that collectors write although they measured nothing.</summary>
public sealed class EmptyCoverageTests : IDisposable
{
    private const string NoCode = "coverage report names no code, so it measured nothing. dotnet test --collect";
    private const string NoFile = "coverage report names no file of this repository (elsewhere/Foreign.cs …), so it measured nothing. dotnet test --collect";

    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("x.cobertura.xml", "<coverage line-rate='0' timestamp='1900000000'><packages /></coverage>", NoCode)]
    [InlineData("x.cobertura.xml", "<coverage><packages><package name='Lib'><classes><class filename='src/Lib/Calc.cs'><lines /></class></classes></package></packages></coverage>", NoCode)]
    [InlineData("coverage.xml", "<results><modules><module name='Lib.dll'><functions /><source_files /></module></modules></results>", NoCode)]
    [InlineData("coverage.opencover.xml", "<CoverageSession><Modules><Module skippedDueTo='MissingPdb'><ModulePath>Lib.dll</ModulePath></Module></Modules></CoverageSession>", NoCode)]
    [InlineData("coverage.json", "{}", NoCode)]
    [InlineData("coverage.info", "TN:\n", NoCode)]
    [InlineData("x.cobertura.xml", "<coverage><packages><package name='F'><classes><class filename='/elsewhere/Foreign.cs'><lines><line number='1' hits='1'/></lines></class></classes></package></packages></coverage>", NoFile)]
    [InlineData("coverage.xml", "<results><modules><module name='F'><functions><function><ranges><range source_id='0' start_line='1' end_line='1' covered='yes'/></ranges></function></functions><source_files><source_file id='0' path='/elsewhere/Foreign.cs'/></source_files></module></modules></results>", NoFile)]
    [InlineData("coverage.opencover.xml", "<CoverageSession><Modules><Module><Files><File uid='1' fullPath='/elsewhere/Foreign.cs'/></Files><SequencePoint vc='1' sl='1' el='1' fileid='1'/></Module></Modules></CoverageSession>", NoFile)]
    [InlineData("coverage.json", """{"F.dll":{"/elsewhere/Foreign.cs":{"F":{"M()":{"Lines":{"1":1}}}}}}""", NoFile)]
    [InlineData("coverage.info", "SF:/elsewhere/Foreign.cs\nDA:1,1\nend_of_record\n", NoFile)]
    public async Task Report_that_measured_nothing_is_named_and_members_stay_unmeasured(string name, string text, string problem)
    {
        _repository.Write("ai-attribution.json", """{"extends":"tested"}""").Write($"TestResults/g/{name}", text);

        ToolRun run = await ToolRun.Of(_repository.Root, "check");

        Assert.Contains($"TestResults/g/{name}: {problem}", run.Error + run.Out, StringComparison.Ordinal);
        Assert.Contains("CANNOT TELL", run.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tests: no coverage report that measured code", (await ToolRun.Of(_repository.Root, "doctor")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TestResults/1/kim_machine_2026-11-27.coverage")]
    [InlineData("tests/A/bin/Debug/net10.0/TestResults/a088ce89.coverage")]
    public async Task Binary_coverage_is_named_with_the_option_that_makes_another_form(string path)
    {
        _repository.Write(".gitignore", "TestResults/\n").Write(path, [1, 2, 3, 0]);

        ToolRun run = await ToolRun.Of(_repository.Root, "doctor");

        Assert.Contains($"{path}: coverage is in Microsoft's binary form, which only its tools read, so nothing is measured", run.Out, StringComparison.Ordinal);
        Assert.Contains("with Microsoft.Testing.Platform: --coverage --coverage-output-format cobertura", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_report_that_measured_binary_coverage_is_not_told()
    {
        _repository.Write("TestResults/1/a.coverage", [1, 2, 3, 0]).Write("TestResults/1/a.cobertura.xml", "<coverage><packages><package name='Lib'><classes><class filename='src/Lib/Calc.cs'><lines><line number='1' hits='1'/></lines></class></classes></package></packages></coverage>");

        ToolRun run = await ToolRun.Of(_repository.Root, "doctor");

        Assert.DoesNotContain("binary form", run.Out, StringComparison.Ordinal);
    }
}
