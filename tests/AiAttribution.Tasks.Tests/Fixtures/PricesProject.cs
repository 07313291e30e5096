using AiAttribution.Testing.Repositories;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests.Fixtures;

/// <summary>The project <c>App</c> in a git repository, and what the tasks of its build say.</summary>
internal sealed class PricesProject(TestRepository repository) : IDisposable
{
    public const string Source = "App/Prices.cs";

    public TestRepository Repository => repository;

    /// <summary>A project without a commit.</summary>
    public static PricesProject Empty() => new(new TestRepository().Write(".gitignore", "obj/\nTestResults/\n"));

    /// <summary>A repository that is released once and has an AI method in its last commit, which no release contains.</summary>
    public static PricesProject WithAiMethod()
    {
        PricesProject project = Empty();
        project.Repository.Write(Source, PricesSource.Plain).Commit("Add prices");
        project.Repository.Git("tag", "v1.0.0");
        project.Repository.Write(Source, PricesSource.WithMethod).Commit("Add the discount" + PricesSource.AiTrailer);
        return project;
    }

    /// <summary>The same with a policy, and with a coverage report in which no test runs the AI method.</summary>
    public static PricesProject WithPolicy(string policy)
    {
        PricesProject project = WithAiMethod();
        project.Repository.Write("ai-attribution.json", policy);
        project.Repository.Write("TestResults/1/coverage.cobertura.xml", PricesSource.Cobertura(project.PathOf(Source), Enumerable.Range(8, 9), hits: 0));
        return project;
    }

    public string PathOf(string path) => Path.Combine(repository.Root, path);

    /// <summary>Runs the tasks of one build.</summary>
    /// <param name="verify">As the property <c>AiAttributionVerify</c>.</param>
    /// <param name="since">As the property <c>AiAttributionSince</c>.</param>
    public TaskRun Build(string verify = "none", string since = "")
    {
        var engine = new RecordingEngine();
        string project = PathOf("App/App.csproj");
        string json = PathOf("App/obj/report.json");
        Assert.True(new CollectAttribution
        {
            BuildEngine = engine,
            RepositoryRoot = repository.Root,
            ProjectFile = project,
            CompileItems = [new TaskItem(PathOf(Source))],
            CompilerDirectory = AppContext.BaseDirectory,
            Since = since,
            Verify = verify,
            SnapshotFile = PathOf("App/obj/snapshot"),
            JsonFile = json,
            WatchFile = PathOf("App/obj/watch"),
        }.Execute());
        if (verify != "none")
            new VerifyAttribution { BuildEngine = engine, RepositoryRoot = repository.Root, ProjectFile = project, JsonFile = json, Verify = verify }.Execute();
        engine.EndBuild();
        return new TaskRun(engine, File.ReadAllText(json));
    }

    public void Dispose() => repository.Dispose();
}
