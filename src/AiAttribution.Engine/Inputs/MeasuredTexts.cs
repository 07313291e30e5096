using AiAttribution.Core.Tests;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Inputs;

/// <summary>The texts of a repository that coverage may have been measured on.</summary>
internal sealed class MeasuredTexts(GitRepository repository, string commit, CurrentTexts texts, SymbolIndex symbols) : IMeasuredTexts
{
    private const int MostBytes = 16 << 20;
    private const int MostCommits = 500;
    private const int MostTexts = 20;

    /// <inheritdoc/>
    public (byte[] Text, DateTimeOffset Written)? Current(string path) => texts.Measured(path);

    /// <summary>Texts along the first parents of the commit, its own first.</summary>
    public IEnumerable<byte[]> Earlier(string path)
    {
        ObjectId? last = null;
        int texts = 0;
        ObjectId? at = ObjectId.Parse(commit);
        for (int i = 0; i < MostCommits && texts < MostTexts && at is { } id && repository.Graph.TryRead(id, out CommitNode? node); i++)
        {
            TreeEntry? entry = repository.Trees.Find(node.Tree, path);
            if (entry is { IsFile: true } file && file.Id != last)
            {
                last = file.Id;
                texts++;
                if (repository.Objects.Read(file.Id, MostBytes) is { } bytes)
                    yield return bytes;
            }

            at = node.Parents.Length > 0 ? node.Parents[0] : null;
        }
    }

    /// <inheritdoc/>
    public byte[]? At(string commit, string path)
    {
        try
        {
            return repository.ReadFile(repository.ResolveCommit(commit), path, MostBytes);
        }
        catch (RepositoryException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SymbolDocument> Symbols(string path, string? module, DateTimeOffset notAfter) => symbols.Of(path, module, notAfter);
}
