using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Tells whether lines of a file hold nothing but white space.</summary>
internal sealed class BlankLines(GitRepository repository)
{
    private readonly TextStore _texts = new(repository, LineEquality.Exact);

    /// <param name="tree">Tree of the commit.</param>
    /// <param name="path">Path of the file in it.</param>
    /// <param name="first">First line, 0-based.</param>
    /// <param name="end">The line behind the last one.</param>
    public bool Are(ObjectId tree, string path, int first, int end)
    {
        if (repository.Trees.Find(tree, path) is not { IsFile: true } entry || _texts.Read(entry.Id) is not { } text || end > text.Count)
            return false;
        for (int line = first; line < end; line++)
        {
            if (!text.Line(line).Trim(" \t\r\n"u8).IsEmpty)
                return false;
        }

        return true;
    }
}
