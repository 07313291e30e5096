using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests;

public class MonthlyViewTests
{
    [Fact]
    public async Task Months_of_recorded_work_go_to_the_screen_with_their_budget()
    {
        using TestRepository repository = RepositoryBuilder.Create().Record("v1.0", 120_000, 3m);
        repository.Git("remote", "add", "origin", "https://host.example/owner/shop.git");
        repository.Write("ai-attribution.json", """{ "rules": [ { "id": "cap", "require": { "budget": { "per": "month", "usd": 2 } } } ] }""");
        repository.Write("src/Lib/Other.cs", RepositoryBuilder.After.Replace("Calc", "Other")).Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--monthly");

        Assert.Equal(0, run.ExitCode);
        await Verify(run.Out, "md");
    }

    [Fact]
    public async Task Folder_gets_the_months_also_for_a_sheet()
    {
        using TestRepository repository = RepositoryBuilder.Create().Record("v1.0", 120_000, 3m);

        await ToolRun.Of(repository.Root, "report", "--monthly", "--output", "out");

        Assert.Contains("2026-01,1,0,60000,60000,0,0,", repository.Read("out/AiAttribution.monthly.csv"));
        Assert.Contains("no budget set", repository.Read("out/AiAttribution.monthly.md"));
    }
}
