using AiAttribution.Core.Deployments;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Fixtures;

/// <summary>A repository whose AI commit adds <c>Added</c> to a file, and what is known of its deployment.</summary>
public abstract class DeployedRepository : IDisposable
{
    private protected const string Base = "class C\n{\n    void First()\n    {\n        Go(1);\n    }\n\n    void Last()\n    {\n        Go(9);\n    }\n}\n";
    private protected const string Added = "\n    void Added()\n    {\n        Go(5);\n        Go(6);\n        Go(7);\n    }\n";
    private protected static readonly string WithAdded = Base.Replace("\n    void Last", Added + "\n    void Last", StringComparison.Ordinal);

    private protected DeployedRepository() => Start = Repository.Write("C.cs", Base).Commit("Begin");

    private protected TestRepository Repository { get; } = new();

    private protected string Start { get; }

    public void Dispose()
    {
        Repository.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string CommitAi() => Repository.Write("C.cs", WithAdded).Commit("Add\n\nCo-authored-by: Claude <noreply@anthropic.com>");

    private protected void Deploy(params (int Day, string Commit)[] deployments) => Deploy("production", deployments);

    private protected void Deploy(string environment, params (int Day, string Commit)[] deployments) =>
        File.WriteAllText(Path.Combine(Repository.Root, "deployments.jsonl"), DeploymentLine.Write(deployments.Select(d => new DeploymentRecord
        {
            Source = "manual",
            SourceId = $"{d.Day}",
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment),
            Commit = d.Commit,
            FinishedAt = new DateTimeOffset(2026, 1, d.Day, 0, 0, 0, TimeSpan.Zero),
        })));

    private protected Deployment Trail()
    {
        using CollectedRepository collection = Collect();
        return collection.History!.DeploymentOf(Assert.Single(collection.History.Scan.Attribution.Sources, s => s.Evidence.Count > 0));
    }

    private protected CollectedRepository Collect() => Collector.Collect(new CollectOptions { StartDirectory = Repository.Root, UseCache = false });
}
