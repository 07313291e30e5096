using System.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Processes;

namespace AiAttribution.Git.Repositories;

/// <summary>References through the git command.</summary>
internal sealed class GitCommandReferenceReader(GitCommand git) : IReferenceReader
{
    private const string TagPrefix = "refs/tags/";
    private const string ReplacePrefix = "refs/replace/";

    public ObjectId? Resolve(string rev) => RevParse(rev + "^{commit}");

    public ObjectId? Find(string name) => RevParse(name);

    public IEnumerable<ObjectId> Branches() => List("%(objectname)", "refs/heads/").Select(branch => ObjectId.Parse(branch[0]));

    public IEnumerable<(string Name, ObjectId Target)> Tags()
    {
        // A tag of a tag is followed by git itself: older versions peel one level here.
        foreach (string[] tag in List("%(objecttype) %(*objecttype) %(objectname) %(*objectname) %(refname)", TagPrefix))
        {
            string name = tag[4][TagPrefix.Length..];
            ObjectId? target = tag switch
            {
                ["commit", ..] => ObjectId.Parse(tag[2]),
                ["tag", "commit", ..] => ObjectId.Parse(tag[3]),
                ["tag", "tag", ..] => Resolve(tag[4]),
                _ => null,
            };
            if (target is { } commit)
                yield return (name, commit);
        }
    }

    public IReadOnlyDictionary<ObjectId, ObjectId> Replacements()
    {
        var replacements = new Dictionary<ObjectId, ObjectId>();
        foreach (string[] reference in List("%(objectname) %(refname)", ReplacePrefix))
        {
            if (ObjectId.TryParse(Encoding.UTF8.GetBytes(reference[1][ReplacePrefix.Length..]), out ObjectId replaced))
                replacements[replaced] = ObjectId.Parse(reference[0]);
        }

        return replacements;
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
        return output.Succeeded && ObjectId.TryParse(Encoding.UTF8.GetBytes(output.Text.Trim()), out ObjectId id) ? id : null;
    }

    private IEnumerable<string[]> List(string format, string prefix)
    {
        GitOutput output = git.Run("for-each-ref", "--format=" + format, prefix);
        if (!output.Succeeded)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"git cannot list {prefix}", "git fsck");
        return output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '));
    }
}
