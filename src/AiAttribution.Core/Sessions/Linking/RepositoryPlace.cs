namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Where a repository stands on this machine: the roots of all its working trees.</summary>
/// <param name="roots">Absolute paths.</param>
internal sealed class RepositoryPlace(IEnumerable<string> roots)
{
    // Agents make working trees of their own below the first one, and remove them when their work is merged.
    private static readonly string[] Gone = [".claude/worktrees/", ".worktrees/"];

    private readonly string[] _roots = [.. roots.Select(Normal).OrderByDescending(root => root.Length)];

    /// <summary>Whether a folder is in one of the working trees.</summary>
    public bool Contains(string folder) => RootOf(Normal(folder)) is not null;

    /// <summary>A path from the root of its working tree, with <c>/</c>; null when it is outside of all of them.</summary>
    /// <param name="path">Absolute, or relative to <paramref name="folder"/>.</param>
    /// <param name="folder">Folder the agent worked in; null when not known.</param>
    public string? Relative(string path, string? folder)
    {
        string full = Normal(path);
        if (!IsAbsolute(full))
        {
            if (folder is null)
                return null;
            full = Normal(folder) + full;
        }

        full = Collapse(full);
        return RootOf(full) is { } root && full.Length > root.Length ? Below(full[root.Length..]) : null;
    }

    /// <summary>
    /// The part of a session that belongs to this repository, edited files as paths from its root; null when there is none. Edits decide; where they are in several
    /// places, or where there are none, the folder does in which a response was made. So a response belongs to one repository only.
    /// </summary>
    public AgentSession? PartOf(AgentSession session)
    {
        EditedFile[] edits = [.. session.EditedFiles
            .Select(edit => (edit, path: Relative(edit.Path, session.WorkingDirectory)))
            .Where(e => e.path is not null)
            .Select(e => e.edit with { Path = e.path! })];
        if (edits.Length == 0 && session.EditedFiles.Count > 0)
            return null;
        bool all = edits.Length > 0 && edits.Length == session.EditedFiles.Count;
        UsageRecord[] responses = [.. session.Responses.Where(r => all || IsInside(r.WorkingDirectory ?? session.WorkingDirectory))];
        if (responses.Length == 0)
            return null;
        SeenCommit[] commits = [.. session.Commits.Where(c => IsInside(c.WorkingDirectory ?? session.WorkingDirectory) || all)];
        return session with { Responses = responses, EditedFiles = edits, Commits = commits };
    }

    private bool IsInside(string? folder) => folder is not null && Contains(folder);

    private string? RootOf(string path) =>
        Array.Find(_roots, root => (path.EndsWith('/') ? path : path + "/").StartsWith(root, MachinePath.IsOnDrive(root) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static string? Below(string path)
    {
        if (Array.Find(Gone, folder => path.StartsWith(folder, StringComparison.Ordinal)) is not { } folder)
            return path;
        int root = path.IndexOf('/', folder.Length) + 1;
        return root > 0 && root < path.Length ? path[root..] : null;
    }

    private static bool IsAbsolute(string path) => path.StartsWith('/') || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/');

    /// <summary>With <c>/</c>; a folder ends in one, which is harmless at the end of a file's name because only starts are compared.</summary>
    private static string Normal(string path) => MachinePath.Of(path).TrimEnd('/') + "/";

    private static string Collapse(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.TrimEnd('/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
