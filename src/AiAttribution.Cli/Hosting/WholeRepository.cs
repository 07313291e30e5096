using AiAttribution.Analyzers.Members;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Git;
using AiAttribution.Git.Collection;

namespace AiAttribution.Cli.Hosting;

/// <summary>All C# files of a repository as one project.</summary>
internal static class WholeRepository
{
    /// <summary>The report, with what became of AI lines.</summary>
    public static ReportModel Report(CollectedRepository collection, CancellationToken cancel) => Collect(collection, cancel, tellsSurvival: true).Report;

    public static CollectedProject Collect(CollectedRepository collection, CancellationToken cancel, bool tellsSurvival = false)
    {
        GitRepository repository = collection.History!.Repository;
        if (repository.WorkingDirectory is not { } root)
            throw new ToolException("this repository is bare, and a report needs the files on disk; clone it, or use 'ai-attribution lines --rev HEAD'.");
        string commit = collection.History.Scan.Attribution.Commit;
        IReadOnlyList<string> tracked = repository.ListFiles(commit);
        string[] files = [.. tracked.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Select(f => Path.Combine(root, f))];
        var tests = new TestCode(repository, commit, tracked);
        var project = new ProjectInput("repository", root, files) { IsTest = tests.Contains, TellsSurvival = tellsSurvival };
        return collection.Project(project, new RoslynMemberFinder(), cancel);
    }
}
