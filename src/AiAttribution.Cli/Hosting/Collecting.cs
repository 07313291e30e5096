using AiAttribution.Core.Model;
using AiAttribution.Engine.Repository;

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
}
