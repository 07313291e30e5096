using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>References under <c>refs/replace</c>: each is named by an object, and points at the one to be read in its place.</summary>
internal static class ReplaceReferences
{
    private const string Prefix = "refs/replace/";

    public static IReadOnlyDictionary<ObjectId, ObjectId> Read(IReferenceReader references)
    {
        var replacements = new Dictionary<ObjectId, ObjectId>();
        foreach ((string name, ObjectId target) in references.List(Prefix))
        {
            if (ObjectId.TryParse(Encoding.UTF8.GetBytes(name), out ObjectId replaced))
                replacements[replaced] = target;
        }

        return replacements;
    }
}
