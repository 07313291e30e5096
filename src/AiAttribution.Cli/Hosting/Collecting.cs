using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Hosting;

/// <summary>Collects a repository for a verb.</summary>
internal static class Collecting
{
    /// <summary>Collects; notes go to the console.</summary>
    /// <param name="console">The console.</param>
    /// <param name="options">What to collect.</param>
    /// <param name="tellsNotes">False where another collection of the same repository tells them.</param>
    /// <exception cref="ToolException">Nothing could be attributed.</exception>
    public static async Task<CollectedRepository> Run(ToolConsole console, CollectOptions options, bool tellsNotes = true)
    {
        if (!Directory.Exists(options.StartDirectory))
            throw new ToolException($"the folder '{options.StartDirectory}' does not exist; give one in a git repository with --repo.");
        CollectedRepository collection = await LongWork.Run(console, progress => Collector.Collect(options with { Progress = progress }));
        if (collection.History is null)
            throw new ToolException([.. collection.Notes.Select(ProblemText.Of)]);
        foreach (BuildProblem note in tellsNotes ? collection.Notes : [])
            console.Error.WriteLine(ProblemText.Of(note));
        return collection;
    }

    /// <summary>Reads a range before anything is scanned.</summary>
    /// <exception cref="ToolException">An end names no commit here.</exception>
    public static Task<CommitRange> Range(ToolConsole console, CollectOptions options, string text) => LongWork.Run(console, _ =>
    {
        try
        {
            using GitRepository repository = GitRepository.Open(options.StartDirectory);
            return CommitRange.Read(repository, text);
        }
        catch (RepositoryException e)
        {
            throw new ToolException(UnknownEnd(console, options, e) ?? Damage(e) ?? $"{e.Message}. {e.Remedy}");
        }
    });

    /// <summary>What is wrong with the repository itself, as every verb says it; null where the range is wrong.</summary>
    public static string? Damage(RepositoryException problem) => problem.Problem == RepositoryProblem.BadRevision ? null : ProblemText.Of(BuildProblems.Of(problem));

    /// <summary>What to do about an end that is not here: mend a misspelt name, or fetch what a shallow clone has not; null where it is something else.</summary>
    public static string? UnknownEnd(ToolConsole console, CollectOptions options, RepositoryException problem)
    {
        const string end = "' names no commit";
        if (problem.Problem != RepositoryProblem.BadRevision || !problem.Message.EndsWith(end, StringComparison.Ordinal))
            return null;
        string name = problem.Message[1..^end.Length];
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        string[] known = [.. repository.Tags().Select(t => t.Name), .. repository.Branches().SelectMany(b => repository.Remotes.Select(r => $"{r}/{b.Name}").Append(b.Name)).Where(n => repository.FindCommit(n) is not null)];
        if (NearestName.Of(name, known) is { } nearest)
            return $"{problem.Message}. Did you mean '{nearest}'?";
        return repository.IsShallow ? $"{problem.Message} in this shallow clone: {new Pipeline(console.Variable).Base(name)}." : null;
    }
}
