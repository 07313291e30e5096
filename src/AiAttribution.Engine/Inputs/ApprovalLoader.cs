using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Reads files of approvals that were given. What the judged commit itself brings along shows nothing.</summary>
internal sealed class ApprovalLoader(GitRepository repository, string commit, EvidenceOptions options, List<BuildProblem> notes)
{
    /// <summary>For each person who approves, and each file, the commit that was approved; null where the form names none.</summary>
    /// <param name="paths">Full paths.</param>
    public IReadOnlyList<string?> Load(IEnumerable<string> paths) => [.. paths.SelectMany(Read)];

    private IReadOnlyList<string?> Read(string path)
    {
        string name = RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);
        (byte[]? bytes, string? unread) = BoundedFile.Read(path, ApprovalReader.MostBytes);
        if (bytes is null)
            return Skip(name, unread!);
        if (IsTracked(path) || IsTracked(RealPath.Inside(path)!))
            return Skip(name, "git tracks it, so the change could have written it: export it in the pipeline, to a file that is not in git");
        ApprovalReading reading = new ApprovalReader(options).Read(bytes);
        return reading.Problem is { } problem ? Skip(name, problem.Message, problem.Line, problem.Column) : reading.Commits;
    }

    private bool IsTracked(string path) => RepositoryPaths.Relative(repository, path) is { } name && repository.FindEntry(commit, name) is { Mode: not 0 };

    private string?[] Skip(string name, string message, int line = 0, int column = 0)
    {
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"approvals left out: {message}", null, name, line, column));
        return [];
    }
}
