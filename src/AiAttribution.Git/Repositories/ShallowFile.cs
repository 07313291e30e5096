using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>The file <c>shallow</c>: commits whose parents a shallow clone left out.</summary>
internal static class ShallowFile
{
    public static IReadOnlySet<ObjectId> Read(RepositoryLayout layout)
    {
        var commits = new HashSet<ObjectId>();
        string file = Path.Combine(layout.CommonDirectory, "shallow");
        if (!File.Exists(file))
            return commits;
        foreach (string line in File.ReadLines(file))
        {
            if (ObjectId.TryParse(Encoding.ASCII.GetBytes(line.Trim()), out ObjectId id))
                commits.Add(id);
        }

        return commits;
    }
}
