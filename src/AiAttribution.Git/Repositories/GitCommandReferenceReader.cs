using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>References through the git command.</summary>
internal sealed class GitCommandReferenceReader(GitCommand git) : IReferenceReader
{
    public ObjectId? Resolve(string rev) => RevParse(rev + "^{commit}");

    public ObjectId? Find(string name) => RevParse(name);

    public IReadOnlyList<GitReference> List(string prefix)
    {
        GitOutput output = git.Run("for-each-ref", "--format=%(objectname) %(refname)", prefix);
        if (!output.Succeeded)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"git cannot list {prefix}", "git fsck");
        return [.. output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .Select(words => new GitReference(words[1][prefix.Length..], ObjectId.Parse(words[0])))];
    }

    public void Dispose()
    {
    }

    private ObjectId? RevParse(string rev)
    {
        // No revision starts with a dash; git would take it for an option.
        if (rev.StartsWith('-'))
            return null;
        GitOutput output = git.Run("rev-parse", "--verify", "--quiet", rev);

        // 1: there is none. Anything else is a file that git cannot read, such as packed-refs.
        if (output.ExitCode > 1)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"git cannot read what '{rev}' names", "git fsck");
        return output.Succeeded && ObjectId.TryParse(Encoding.UTF8.GetBytes(output.Text.Trim()), out ObjectId id) ? id : null;
    }
}
