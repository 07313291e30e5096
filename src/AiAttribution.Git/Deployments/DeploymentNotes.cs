using AiAttribution.Core.Trails.Deployments.Readers;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Deployments;

/// <summary>Deployment records that are kept as git notes on the deployed commits, one record a line.</summary>
public static class DeploymentNotes
{
    /// <summary>The reference.</summary>
    public const string Reference = "refs/notes/ai-attribution-deployments";

    private const int MostBytes = 1 << 20;

    /// <summary>Notes as files, in order of the annotated commits.</summary>
    public static IReadOnlyList<DeploymentFile> Read(GitRepository repository)
    {
        List<DeploymentFile> files = [];
        foreach ((ObjectId commit, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, Reference).OrderBy(n => n.Key))
        {
            string id = commit.ToHex(repository.Objects.IdLength);
            string? annotated = repository.Graph.TryRead(commit, out _) ? id : null;
            foreach (ObjectId blob in blobs)
            {
                if (repository.Objects.Read(blob, MostBytes) is { } bytes)
                    files.Add(new DeploymentFile($"note of {id[..10]}", bytes) { Commit = annotated });
            }
        }

        return files;
    }
}
