using AiAttribution.Core.Lines;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>First step of judging a project: reads its files with what is known of their lines.</summary>
internal static class ProjectFiles
{
    /// <summary>Each file once, in the order of paths, however often the project lists it. A file is read when it is asked for.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IEnumerable<(ProjectFile File, byte[] Bytes)> Read(CollectedHistory history, ProjectInput project, CancellationToken cancel)
    {
        foreach (string path in Paths(history.Repository, project.Files))
        {
            cancel.ThrowIfCancellationRequested();
            if (history.Texts.Read(path) is { } bytes)
                yield return (Read(history, path, bytes, project.IsTest(path)), bytes);
        }
    }

    private static SortedSet<string> Paths(GitRepository repository, IEnumerable<string> files)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (RepositoryPaths.Relative(repository, file) is { } path && !RepositoryPaths.LeadsOut(repository, file))
                paths.Add(path);
        }

        return paths;
    }

    private static ProjectFile Read(CollectedHistory history, string path, byte[] bytes, bool isTest)
    {
        FileAttribution attribution = history.Attribute(path, bytes);
        bool hasAi = attribution.Count(LineState.Ai) > 0;
        FileCoverage coverage = history.Coverage.Of(path);
        FileCoverage compiled = hasAi ? history.CoverageOf(path) : coverage;
        return new ProjectFile(
            path,
            isTest,
            attribution,
            coverage,
            hasAi ? compiled.Lines(attribution.LineCount) : [],
            FileSubjects.Of(attribution, history.Scan.Attribution.Sources, compiled, isTest));
    }
}
