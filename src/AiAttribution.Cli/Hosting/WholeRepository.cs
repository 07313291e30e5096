using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Hosting;

/// <summary>All C# files of a repository as one project.</summary>
internal static class WholeRepository
{
    /// <summary>The report, with what became of AI lines.</summary>
    /// <param name="collection">The repository.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="range">Commits that rules judge; null for those that AI lines come from.</param>
    public static ReportModel Report(CollectedRepository collection, CancellationToken cancel, CommitRange? range = null) => Collect(collection, cancel, tellsSurvival: true, range).Report;

    public static CollectedProject Collect(CollectedRepository collection, CancellationToken cancel, bool tellsSurvival = false, CommitRange? range = null)
    {
        GitRepository repository = collection.History!.Repository;
        if (repository.WorkingDirectory is not { } root)
            throw new ToolException("this repository is bare, and a report needs the files on disk; clone it, or use 'ai-attribution lines --rev HEAD'.");
        string commit = collection.History.Scan.Attribution.Commit;
        IReadOnlyList<string> tracked = repository.ListFiles(commit);
        string[] files = [.. tracked.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Select(f => Path.Combine(root, f))];
        var tests = new TestCode(repository, commit, tracked);
        var project = new ProjectInput("repository", root, files) { IsTest = tests.Contains, TellsSurvival = tellsSurvival, Range = range, Unread = tellsSurvival ? Unread(tracked, root) : [] };
        return collection.Project(project, new RoslynMemberFinder(), cancel);
    }

    private static string[] Unread(IReadOnlyList<string> tracked, string root)
    {
        var patterns = PathFilter.Of(UnreadFiles.Patterns);
        return [.. tracked.Where(patterns.Matches).Select(f => Path.Combine(root, f))];
    }
}
