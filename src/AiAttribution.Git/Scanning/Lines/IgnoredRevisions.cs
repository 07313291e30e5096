using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Commits that <c>.git-blame-ignore-revs</c> lists: their lines are passed on to the lines they were made from.</summary>
internal sealed class IgnoredRevisions
{
    public const string Path = ".git-blame-ignore-revs";

    private readonly HashSet<ObjectId> _ids = [];
    private readonly List<string> _problems = [];

    /// <summary>Lines that name no commit by its full id, one sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public bool Contains(ObjectId commit) => _ids.Contains(commit);

    /// <param name="text">Text of the file: full ids, one per line, <c>#</c> comments; null when there is no file.</param>
    public static IgnoredRevisions Parse(string? text)
    {
        var revisions = new IgnoredRevisions();
        int number = 0;
        foreach (string raw in (text ?? "").TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0)
                continue;
            if (ObjectId.TryParse(Encoding.UTF8.GetBytes(line), out ObjectId id))
                revisions._ids.Add(id);
            else
                revisions._problems.Add($"{Path}({number},1): not a full commit id; write all of its digits (git rev-parse ID)");
        }

        return revisions;
    }
}
