using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public sealed class AgentGroupFormsTests : IDisposable
{
    private const string Records =
        """
        {"v":1,"id":"i1","agent":"claude-code","session":"s1","method":"content","exactness":"exact","models":[{"model":"claude-sonnet-4-5","input":7001,"output":338}],"responses":[]}
        {"v":1,"id":"i2","agent":"gemini-cli","session":"s2","method":"content","exactness":"exact","models":[{"model":"gemini-2.5-pro","input":10001,"output":998}],"responses":[]}
        """;

    private readonly TestRepository _repository = new();

    public AgentGroupFormsTests()
    {
        _repository.Write("Old.cs", "class Old { }\n").Commit("Begin");
        _repository.Git("tag", "v1.0.0");
        string statements = string.Concat(Enumerable.Range(1, 10).Select(n => $"        a += {n} * 7 + a % {n + 2};\n"));
        string commit = _repository
            .Write("M.cs", $"namespace N;\npublic static class M\n{{\n    public static int Run(int a)\n    {{\n{statements}        return a;\n    }}\n}}\n\n")
            .Commit("Add M\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        _repository.Git("tag", "v1.1.0");
        _repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", Records, commit);
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Agent_of_a_record_that_one_person_made_is_in_no_form()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "report", "v1.0.0..v1.1.0", "--format", "all", "--output", "out");

        Assert.Equal(0, run.ExitCode);
        Assert.All(Directory.GetFiles(Path.Combine(_repository.Root, "out")), file => Assert.DoesNotContain("gemini", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Contains("not told apart", _repository.Read("out/AiAttribution.md"), StringComparison.Ordinal);
        Assert.Contains("\"byModel\": []", _repository.Read("out/AiAttribution.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_bears_the_same_in_the_report_and_in_the_comparison()
    {
        await ToolRun.Of(_repository.Root, "report", "v1.0.0..v1.1.0", "--format", "md,delta", "--output", "out");

        Assert.Contains("| `M.Run(int)` | `M.cs:4` | 11,582 |", _repository.Read("out/AiAttribution.md"), StringComparison.Ordinal);
        Assert.Contains("| surviving, not measured by tests | 11,582 |", _repository.Read("out/AiAttribution.delta.md"), StringComparison.Ordinal);
    }
}
