using System.Text;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Finds and reads deployment files: those that were given, else those that the policy names; and the git notes.</summary>
internal sealed class DeploymentLoader(GitRepository repository, List<BuildProblem> notes)
{
    private static readonly System.Buffers.SearchValues<char> Wildcards = System.Buffers.SearchValues.Create("*?[");

    public DeploymentReading Load(IReadOnlyList<string>? given, AttributionPolicy policy, string commit)
    {
        IEnumerable<DeploymentFile> files = given is null ? OfPolicy(policy, commit) : given.Select(Given).OfType<DeploymentFile>();
        DeploymentReading reading = DeploymentReader.Read(files.Concat(DeploymentNotes.Read(repository)));
        foreach (DeploymentProblem problem in reading.Problems)
            notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, problem.Message, null, problem.File, problem.Line, problem.Column));
        return reading;
    }

    private List<DeploymentFile> OfPolicy(AttributionPolicy policy, string commit)
    {
        List<DeploymentFile> files = [];
        foreach (Glob pattern in policy.DeploymentFiles)
        {
            if (pattern.Pattern.AsSpan().ContainsAny(Wildcards))
                files.AddRange(Found(pattern).Select(Given).OfType<DeploymentFile>());
            else if (Single(pattern.Pattern.TrimStart('/'), commit) is { } file)
                files.Add(file);
        }

        return files;
    }

    /// <summary>One file, that need not be there. A policy may be anybody's, so its path stays inside the repository.</summary>
    private DeploymentFile? Single(string path, string commit)
    {
        bool isInside = !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");
        return isInside && RepositoryFiles.Read(repository, commit, path) is { } text ? new DeploymentFile(path, Encoding.UTF8.GetBytes(text)) : null;
    }

    private IReadOnlyList<string> Found(Glob pattern) => repository.WorkingDirectory is { } root ? CoverageSearch.Find(root, [pattern]) : [];

    private DeploymentFile? Given(string path)
    {
        string name = RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);
        (byte[]? bytes, string? problem) = BoundedFile.Read(path, DeploymentReader.MostBytes);
        if (bytes is not null)
            return new DeploymentFile(name, bytes);
        Skip(name, problem!);
        return null;
    }

    private void Skip(string name, string message) =>
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"deployments are not known from this file: {message}", null, name));
}
