using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Fixtures;

/// <summary>A repository with a policy, and what its rules are judged by.</summary>
internal static class RuleRepository
{
    public const string Trailer = "Change\n\nCo-authored-by: Claude <noreply@anthropic.com>\n";

    public static PolicyInput Inputs(TestRepository repository, string? rangeText = null)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
        CommitRange? range = rangeText is null ? null : CommitRange.Read(collection.History!.Repository, rangeText);
        CollectedProject project = collection.Project(new ProjectInput("Lib", repository.Root, Directory.GetFiles(repository.Root, "*.cs", SearchOption.AllDirectories)), null);
        return new RuleInputs(collection).Of([], project.Files, range);
    }

    public static void Note(TestRepository repository, string commit, string session, long output, decimal? cost = null)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        Allocation allocation = new() { Id = session, Agent = "claude-code", Session = session, Models = [new ModelUsage("claude-haiku-4-5", new TokenUsage(0, output))], CostComputed = cost };
        new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = [allocation] }, "Record");
    }
}
