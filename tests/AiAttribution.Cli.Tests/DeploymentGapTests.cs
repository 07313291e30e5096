using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Why a deployment is not known is said in the words of its cause, and a command stands there only where it helps.</summary>
public class DeploymentGapTests
{
    private static readonly string[] Verbs = ["check", "report", "explain", "doctor"];

    [Fact]
    public async Task Release_beside_this_history_that_holds_a_part_is_named_and_nothing_is_fetched()
    {
        using var repository = new TestRepository();
        string start = repository.Write("src/Lib/Lib.csproj", "<Project />\n").Commit("Begin");
        repository.Write("src/Lib/P.cs", Code(14)).Write("src/Lib/Q.cs", Code(3).Replace("P", "Q", StringComparison.Ordinal).Replace("+=", "-=", StringComparison.Ordinal)).Commit(RepositoryBuilder.ByAgent);
        repository.Git("checkout", "-q", "-b", "v1", start);
        repository.Wait(1).Write("src/Lib/P.cs", Code(6)).Commit("A part of it");
        repository.Git("tag", "v1.0.0");
        repository.Git("checkout", "-q", "main");

        string said = await Say(repository);

        Assert.DoesNotContain("git fetch", said.Replace(SessionsAndNotes(said), "", StringComparison.Ordinal));
        Assert.Contains("was not measured: run dotnet test --collect \"Code Coverage;Format=cobertura\"; v1.0.0, a release beside this history, holds a part of its lines", said);
        Assert.Contains("1 AI-heavy member has no coverage, and v1.0.0, a release beside this history, holds a part of its lines", said);
        Assert.Contains("deployment  unknown: v1.0.0, a release beside this history, holds a part of its lines\n", said);
        Assert.Contains("` | 2026-01-01 | `not known` | ", said);
    }

    [Fact]
    public async Task Deployed_commit_that_is_not_here_is_fetched()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("tag", "-d", "v1.0");
        repository.Write("deployments.jsonl", """{"v":1,"source":"octopus","sourceId":"7","env":"production","sha":"1111111111111111111111111111111111111111","status":"success","finishedAt":"2999-04-01T12:00:00Z"}""" + "\n").Commit("Deployed");

        string said = await Say(repository);

        Assert.DoesNotContain("no tag", said);
        Assert.Contains("and git fetch --all --tags", said);
        Assert.Contains("deployment  unknown: the commit of a deployment is not in this clone; git fetch --all --tags\n", said);
        Assert.Contains("missing deployments: 1 deployment is recorded of commits that are not in this clone", said);
    }

    [Fact]
    public async Task Without_any_deployment_tags_are_fetched()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("tag", "-d", "v1.0");

        string said = await Say(repository);

        Assert.Contains("was not measured: run dotnet test --collect \"Code Coverage;Format=cobertura\", and git fetch --tags", said);
        Assert.Contains("no coverage, and no tag or record tells of a deployment", said);
    }

    [Fact]
    public async Task Sample_that_no_release_brings_needs_no_command()
    {
        using var repository = new TestRepository();
        repository.Write("src/Lib/Lib.csproj", "<Project />\n").Commit("Begin");
        repository.Write("src/Lib/P.cs", "namespace Lib;\n").Write("samples/P.cs", Code(14)).Commit(RepositoryBuilder.ByAgent);
        repository.Git("tag", "v1.0.0");

        string check = (await ToolRun.Of(repository.Root, "check")).Out;

        Assert.Contains("; no deployment brings its project or folder", check);
        Assert.DoesNotContain("git fetch", check);
    }

    [Fact]
    public async Task Rule_on_deployments_says_the_cause_too()
    {
        using var repository = new TestRepository();
        string start = repository.Write("ai-attribution.json", """{ "rules": [{ "id": "ship", "require": { "deployment": "within-grace" } }] }""").Commit("Begin");
        repository.Write("src/P.cs", Code(14)).Commit(RepositoryBuilder.ByAgent);
        repository.Git("checkout", "-q", "-b", "v1", start);
        repository.Wait(1).Write("src/P.cs", Code(6)).Commit("A part of it");
        repository.Git("tag", "v1.0.0");
        repository.Git("checkout", "-q", "main");

        Assert.Contains("has no known deployment: v1.0.0, a release beside this history, holds a part of its lines\n", (await ToolRun.Of(repository.Root, "check")).Out);
    }

    private static async Task<string> Say(TestRepository repository)
    {
        string said = "";
        foreach (string verb in Verbs)
        {
            string[] place = verb == "explain" ? [repository.Read("src/Lib/Lib.csproj").Length > 0 && File.Exists(Path.Combine(repository.Root, "src/Lib/P.cs")) ? "src/Lib/P.cs:8" : "src/Lib/Calc.cs:8"] : [];
            ToolRun run = await ToolRun.Of(repository.Root, [verb, .. place]);
            said += run.Out + run.Error;
        }

        return said;
    }

    /// <summary>What doctor says of notes.</summary>
    private static string SessionsAndNotes(string said) => said.Split('\n').First(l => l.Contains("git-ai notes", StringComparison.Ordinal));

    private static string Code(int statements) =>
        $"namespace Lib;\n\npublic static class P\n{{\n    public static int M(int a)\n    {{\n{string.Concat(Enumerable.Range(1, statements).Select(i => $"        a += {i};\n"))}        return a;\n    }}\n}}\n";
}
