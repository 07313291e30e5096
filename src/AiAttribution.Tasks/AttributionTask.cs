using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>What all tasks have in common: whatever goes wrong inside them, the build goes on and is told once.</summary>
public abstract class AttributionTask : Task
{
    /// <summary>Full path of the project: the place of what is about no file.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>Root of the working tree, where paths start from; empty when there is none.</summary>
    public string RepositoryRoot { get; set; } = "";

    /// <summary>Gives the value of an environment variable; null when it is not set.</summary>
    internal Func<string, string?> Variable { get; set; } = Environment.GetEnvironmentVariable;

    private protected bool IsInPipeline => PipelineText.IsPipeline(Variable);

    private protected string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    private protected OncePerBuild Build => new((IBuildEngine4)BuildEngine);

    private protected ProblemLog Problems => new(Log, Build, ProjectFile, RepositoryRoot);

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (Exception e)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", LogText.Of(e.ToString()));
            Problems.Write([new BuildProblem(BuildProblemKinds.Unexpected, $"attribution stopped: {e.GetType().Name}: {e.Message}", "Run 'ai-attribution doctor' to see why.")]);
            GiveUp($"attribution stopped: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Does the work. It may throw.</summary>
    private protected abstract void Run();

    /// <summary>Leaves nothing behind that could be taken for an answer.</summary>
    /// <param name="cause">Why there is none.</param>
    private protected virtual void GiveUp(string cause)
    {
    }
}
