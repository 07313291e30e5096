using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Hosting;

/// <summary>All C# files of a repository as one project.</summary>
internal static class WholeRepository
{
    /// <summary>The report, with what became of AI lines.</summary>
    public static ReportModel Report(CollectedRepository collection, CancellationToken cancel) => Collect(collection, cancel, p => p with { TellsSurvival = true, TellsOutcomes = true, TellsLeftOut = true }).Report;

    /// <summary>What is known of it.</summary>
    /// <param name="collection">The repository.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="asked">Says what is asked of the project; null for the default.</param>
    public static CollectedProject Collect(CollectedRepository collection, CancellationToken cancel, Func<ProjectInput, ProjectInput>? asked = null)
    {
        GitRepository repository = collection.History!.Repository;
        if (repository.WorkingDirectory is not { } root)
            throw new ToolException("this repository is bare, and a report needs the files on disk; clone it, or use 'ai-attribution lines --rev HEAD'.");
        string commit = collection.History.Scan.Attribution.Commit;
        IReadOnlyList<string> tracked = repository.ListFiles(commit);
        string[] sources = [.. tracked.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        var tests = new TestCode(repository, commit, tracked);
        var plain = new ProjectInput(ReportModel.WholeRepository, root, [.. sources.Select(f => Path.Combine(root, f))])
        {
            IsTest = tests.Contains,
            // Whoever deletes a file takes it out of judgement; a sparse checkout only does not show it.
            Absent = repository.IsSparse ? [.. sources.Where(f => !File.Exists(Path.Combine(root, f)))] : [],
        };
        ProjectInput project = asked?.Invoke(plain) ?? plain;
        return collection.Project(project with { Unread = project.TellsSurvival ? Unread(tracked, root) : [] }, new RoslynMemberFinder(), cancel);
    }

    private static string[] Unread(IReadOnlyList<string> tracked, string root)
    {
        var patterns = PathFilter.Of(UnreadFiles.Patterns);
        return [.. tracked.Where(patterns.Matches).Select(f => Path.Combine(root, f))];
    }
}
